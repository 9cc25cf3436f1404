// Adds buttons that copy a citation or save it as a file. The citations are there without it.
for (const section of document.querySelectorAll(".cite")) {
  const { copy, copied, save } = section.dataset;
  for (const text of section.querySelectorAll("[data-plain], pre")) {
    const tools = document.createElement("p");
    tools.className = "tools";
    const button = (words, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.append(words);
      made.addEventListener("click", () => act(made));
      tools.append(made);
    };
    button(copy, async (pressed) => {
      getSelection().selectAllChildren(text);
      try {
        await navigator.clipboard.writeText(text.textContent.trim() + "\n");
        pressed.textContent = copied;
        setTimeout(() => (pressed.textContent = copy), 2000);
      } catch {
        // Without a clipboard the words stay selected, to be copied by hand.
      }
    });
    if (text.dataset.file) {
      button(save, () => {
        const end = text.dataset.file.endsWith(".ris") ? "\r\n" : "\n";
        const file = new Blob([text.textContent.replace(/\n/g, end)], { type: text.dataset.type });
        const link = document.createElement("a");
        link.href = URL.createObjectURL(file);
        link.download = text.dataset.file;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      });
    }
    text.after(tools);
  }
}
