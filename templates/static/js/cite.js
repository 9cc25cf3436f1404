// Buttons that copy a citation or save it as a file; styles show them where scripts run.
addEventListener("click", async ({ target }) => {
  const button = target.closest?.(".cite .tools button");
  const text = button?.parentElement.previousElementSibling;
  if (button?.dataset.act === "copy") {
    getSelection().selectAllChildren(text);
    try {
      await navigator.clipboard.writeText(text.textContent.trim() + "\n");
    } catch {
      return; // without a clipboard the words stay selected, to be copied by hand
    }
    const words = button.textContent;
    button.textContent = button.closest(".cite").dataset.copied;
    setTimeout(() => (button.textContent = words), 2000);
  } else if (button) {
    const { file, type } = text.dataset;
    const end = file.endsWith(".ris") ? "\r\n" : "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.textContent.replace(/\n/g, end)], { type }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
});
