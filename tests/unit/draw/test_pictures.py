"""Pictures are made from their originals' pixels, and nothing else of them reaches a reader."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from generator.draw import originals
from generator.draw.originals import original_of
from generator.draw.pictures import made_pictures
from generator.model.media import Picture
from generator.plan.pictures import pictures_of

TELLTALE = "CANARY of the camera"
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def exif(orientation: int = 1) -> Image.Exif:
    """Return EXIF data with a place, a camera and an orientation."""
    data = Image.Exif()
    data[MAKER] = TELLTALE
    data[ORIENTATION] = orientation
    data.get_ifd(GPS)[1] = "N"
    data.get_ifd(GPS)[2] = (50.0, 27.0, 1.0)
    return data


def halves(size: tuple[int, int] = (2000, 1000), mode: str = "RGB") -> Image.Image:
    """Return an image that is red on the left and blue on the right."""
    image = Image.new(mode, size, "red")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "blue"), (size[0] // 2, 0))
    return image


def pictures(tmp_path: Path, name: str) -> list[tuple[Picture, bytes]]:
    """Return every picture that the site would have of `content/media/NAME`."""
    original = original_of(tmp_path / "content/media" / name)
    assert not original.fault
    planned = pictures_of(name, original)
    return list(zip(planned, made_pictures(tmp_path, planned), strict=True))


@pytest.fixture
def media(tmp_path: Path) -> Path:
    """Return the project's folder of media."""
    folder = tmp_path / "content/media"
    folder.mkdir(parents=True)
    return folder


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def save_with_everything(image: Image.Image, path: Path, orientation: int = 1) -> None:
    """Save an image with all that a file can tell besides its pixels."""
    options: dict[str, Any] = {"exif": exif(orientation)}
    if path.suffix == ".png":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", TELLTALE)
        options["pnginfo"] = text
    elif path.suffix in {".webp", ".avif"}:
        options["xmp"] = f"<x:xmpmeta>{TELLTALE}</x:xmpmeta>".encode()
    else:
        options["comment"] = TELLTALE.encode()
        options["xmp"] = f"<x:xmpmeta>{TELLTALE}</x:xmpmeta>".encode()
    image.save(path, **options)
    assert TELLTALE.encode() in path.read_bytes()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.avif"])
def test_no_picture_tells_where_or_with_what_it_was_taken(
    media: Path, tmp_path: Path, name: str
) -> None:
    save_with_everything(halves((600, 300)), media / name)
    for picture, content in pictures(tmp_path, name):
        assert b"CANARY" not in content, picture
        assert b"xmpmeta" not in content, picture
        image = opened(content)
        assert not dict(image.getexif()), picture
        assert not image.info.keys() & {"exif", "xmp", "icc_profile", "comment"}, picture


def test_an_image_is_turned_upright_before_its_orientation_is_forgotten(
    media: Path, tmp_path: Path
) -> None:
    save_with_everything(halves((400, 200)), media / "a.jpg", orientation=6)
    for picture, content in pictures(tmp_path, "a.jpg"):
        assert (picture.width, picture.height) == (200, 400) == opened(content).size
        top, bottom = opened(content).convert("RGB"), opened(content).convert("RGB")
        assert is_red(top.getpixel((100, 50)))
        assert not is_red(bottom.getpixel((100, 350)))


def is_red(pixel: Any) -> bool:  # noqa: ANN401 - as Pillow has it
    return bool(pixel[0] > 200 and pixel[2] < 60)


def test_a_large_image_is_offered_in_several_widths_and_three_forms(
    media: Path, tmp_path: Path
) -> None:
    halves((2000, 1000)).save(media / "a.jpg")
    made = pictures(tmp_path, "a.jpg")
    assert [(picture.form, picture.width, picture.height) for picture, _ in made] == [
        ("jpeg", 960, 480),
        ("avif", 480, 240),
        ("avif", 960, 480),
        ("avif", 1600, 800),
        ("webp", 480, 240),
        ("webp", 960, 480),
        ("webp", 1600, 800),
    ]
    assert all(opened(content).size == (each.width, each.height) for each, content in made)
    assert all(opened(content).format == each.form.upper() for each, content in made)


@pytest.mark.parametrize("width", [1, 479, 480, 481, 960, 1600])
def test_no_picture_is_larger_than_its_original(media: Path, width: int) -> None:
    halves((width, 3)).save(media / "a.png")
    made = pictures_of("a.png", original_of(media / "a.png"))
    assert max(picture.width for picture in made) == min(width, 1600)
    assert len({picture.path for picture in made}) == len(made)


def test_transparency_stays(media: Path, tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(media / "a.png")
    for _, content in pictures(tmp_path, "a.png"):
        assert opened(content).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index] # RGBA has four


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK", "I;16"])
def test_every_kind_of_pixel_can_be_shown(media: Path, tmp_path: Path, mode: str) -> None:
    name = "a.jpg" if mode == "CMYK" else "a.png"
    image = Image.new("I;16", (30, 20), 65535) if mode == "I;16" else halves((30, 20)).convert(mode)
    image.save(media / name)
    made = pictures(tmp_path, name)
    assert len(made) == 3
    if mode == "I;16":
        assert opened(made[0][1]).convert("L").getpixel((3, 3)) == 255


def test_colours_are_brought_to_srgb(media: Path, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    halves((40, 20)).save(media / "a.png", icc_profile=srgb.tobytes())
    halves((40, 20)).save(media / "b.png", icc_profile=profile.tobytes())
    halves((40, 20)).save(media / "c.png", icc_profile=b"no profile")
    for name in ("a.png", "b.png", "c.png"):
        (_, content), *_ = pictures(tmp_path, name)
        assert is_red(opened(content).convert("RGB").getpixel((5, 5)))


def test_a_moving_image_keeps_its_frames_and_times_and_nothing_else(
    media: Path, tmp_path: Path
) -> None:
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue", "lime")]
    frames[0].save(
        media / "a.gif",
        save_all=True,
        append_images=frames[1:],
        duration=[50, 100, 150],
        comment=TELLTALE,
    )
    ((picture, content),) = pictures(tmp_path, "a.gif")
    assert (picture.form, b"CANARY" in content) == ("gif", False)
    image = opened(content)
    assert (image.size, image.n_frames) == ((20, 10), 3)  # type: ignore[attr-defined] # a GIF has it
    image.seek(2)
    assert image.info["duration"] == 150


def test_the_same_original_gives_the_same_bytes(media: Path, tmp_path: Path) -> None:
    halves((700, 300)).save(media / "a.jpg")
    assert pictures(tmp_path, "a.jpg") == pictures(tmp_path, "a.jpg")


def test_an_address_holds_what_the_picture_is_made_from(media: Path) -> None:
    halves((20, 10)).save(media / "a b, c.png")
    before = pictures_of("x/a b, c.png", original_of(media / "a b, c.png"))
    assert all(picture.path.startswith("/media/x/a-b-c-20.") for picture in before)
    halves((20, 10)).transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(media / "a b, c.png")
    after = pictures_of("x/a b, c.png", original_of(media / "a b, c.png"))
    assert not {each.path for each in before} & {each.path for each in after}


def fault(path: Path) -> str:
    """Return what is wrong with a file."""
    found = original_of(path)
    assert found.form == ""
    return found.fault


def test_a_file_that_is_cut_off_is_damaged(media: Path) -> None:
    halves((300, 300)).save(media / "a.jpg")
    content = (media / "a.jpg").read_bytes()
    (media / "a.jpg").write_bytes(content[: len(content) // 2])
    assert fault(media / "a.jpg").startswith("is damaged (")


@pytest.mark.parametrize("content", [b"", b"no image", b"%PDF-1.7", b"BM" + b"\0" * 60])
def test_what_is_no_image_is_told(media: Path, content: bytes) -> None:
    (media / "a.jpg").write_bytes(content)
    assert "save it again as JPEG" in fault(media / "a.jpg")


@pytest.mark.parametrize("side", [9_000, 9_500, 20_000])
def test_a_bomb_is_refused_before_it_is_opened(media: Path, side: int) -> None:
    Image.new("1", (side, side)).save(media / "a.png")
    assert fault(media / "a.png") == "has more than 80 million pixels; make it smaller"


def test_a_file_beyond_all_measure_is_not_opened(
    media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halves((20, 10)).save(media / "a.png")
    monkeypatch.setattr(originals, "MOST_BYTES", 10)
    assert fault(media / "a.png") == "has more than 0 MB; make it smaller"
