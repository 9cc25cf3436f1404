"""Pictures of a built site: never the original, kept between builds, gone with their event."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator.cli import main
from generator.draw import pictures
from tests.test_golden import files_of

EVENT = """\
title: The gauge stands still
date: 2020-02-03
category: water
media: [{file: photo.jpg, alt: A made-up photo, credit: Nobody}]
"""
SITE = "title: Made up\ncategories: {water: {label: Water}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one event, which shows a photo that says where it was taken."""
    for folder in ("events", "media"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE)
    (tmp_path / "content/events/gauge.yaml").write_text(EVENT)
    exif = Image.Exif()
    exif[0x010F] = "CANARY"
    Image.new("RGB", (1000, 500), "teal").save(tmp_path / "content/media/photo.jpg", exif=exif)
    return tmp_path


def build(project: Path, *options: str) -> dict[str, bytes]:
    """Build the project; return the files that the site has below media/."""
    site = project / "site"
    arguments = ["build", "--quiet", "--project", str(project), "--output", str(site), *options]
    assert main(arguments) == 0
    return {name: content for name, content in files_of(site).items() if name.startswith("media/")}


def test_the_original_is_not_published_and_nothing_it_tells_is(project: Path) -> None:
    media = build(project)
    assert len(media) == 7  # 960 pixels as JPEG; 480, 960 and 1000 as AVIF and WebP
    original = (project / "content/media/photo.jpg").read_bytes()
    assert original not in media.values()
    assert [
        name for name, content in files_of(project / "site").items() if b"CANARY" in content
    ] == []


def test_what_was_made_once_is_not_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    media = build(project)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(pictures, "written", refuse)
    (project / "content/events/gauge.yaml").write_text(EVENT.replace("still", "very still"))
    assert build(project) == media
    shutil.rmtree(project / "site")
    assert build(project) == media


def test_a_kept_picture_that_was_damaged_is_made_anew(project: Path) -> None:
    media = build(project)
    kept = list((project / ".cache").rglob("pictures/*"))
    assert len(kept) == len(media)
    for path in kept:
        path.write_bytes(path.read_bytes()[:-9] + b"stranger!")
    shutil.rmtree(project / "site")
    assert build(project) == media


def test_pictures_of_what_is_no_longer_published_are_kept_nowhere(project: Path) -> None:
    assert build(project)
    (project / "content/events/gauge.yaml").write_text(f"{EVENT}status: draft\n")
    assert build(project) == {}
    assert list((project / ".cache").rglob("pictures/*")) == []


def test_another_photo_under_the_same_name_has_other_addresses(project: Path) -> None:
    before = build(project)
    Image.new("RGB", (1000, 500), "maroon").save(project / "content/media/photo.jpg")
    after = build(project)
    assert not before.keys() & after.keys()
    assert after == build(project, "--clean")
    page = (project / "site/events/gauge/index.html").read_text()
    assert all(name in page for name in after)
    assert not any(name in page for name in before)


def test_several_processes_make_the_same_pictures(project: Path) -> None:
    more = "".join(
        f"- {{file: p{number}.png, alt: Made up, credit: Nobody}}\n" for number in range(6)
    )
    for number in range(6):
        Image.new("RGB", (40, 30), (number, 0, 0)).save(project / f"content/media/p{number}.png")
    text = EVENT.replace("media: [", "media:\n- ").replace("}]", "}\n") + more
    (project / "content/events/gauge.yaml").write_text(text)
    assert build(project, "--jobs", "1", "--clean") == build(project, "--jobs", "3", "--clean")
