"""Whoever does the work, the bytes are the same: one process, many, a pool, a cluster."""

import multiprocessing
import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.made_up import made_up_events
from benchmarks.sites.verbatim import write_site
from generator.edition import Edition
from generator.errors import MachineError, TemplateError
from generator.pipeline.build import build_site
from generator.pipeline.workers import Workers
from generator.project import Project
from tests.test_golden import files_of

EDITION = Edition(datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of made-up events, enough for the work to be split."""
    folder = tmp_path_factory.mktemp("made-up")
    write_site(made_up_events(500), folder)
    return folder


def built(project: Path, site: Path, workers: Workers) -> dict[str, bytes]:
    build_site(Project(project, site), EDITION, lambda _: None, workers=workers, clean=True)
    return files_of(site)


@pytest.fixture(scope="module")
def expected(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what one process makes."""
    return built(project, tmp_path_factory.mktemp("one") / "site", Workers())


@pytest.mark.parametrize("jobs", [2, 3, 8])
def test_the_number_of_processes_changes_no_byte(
    jobs: int, project: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    assert built(project, tmp_path / "site", Workers(jobs)) == expected


@contextmanager
def dask_cluster() -> Iterator[Executor]:
    """Yield the executor of a Dask cluster of two processes on this machine."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client.get_executor()


@contextmanager
def spawned_processes() -> Iterator[Executor]:
    """Yield a pool of processes that inherit nothing."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        yield pool


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("executor", [spawned_processes, dask_cluster])
def test_any_executor_makes_the_same_bytes(
    executor: type, project: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    with executor() as pool:
        assert built(project, tmp_path / "site", Workers(2, pool)) == expected


def test_an_error_in_another_process_is_the_same_error(project: Path, tmp_path: Path) -> None:
    template = project / "templates/pages/tag.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ nothing.at_all }}", encoding="utf-8")
    try:
        with pytest.raises(TemplateError, match=r"templates/pages/tag\.html:1: 'nothing'"):
            built(project, tmp_path / "site", Workers(2))
    finally:
        template.unlink()


def ended(_: None, share: int) -> bytes:
    """End this process without a word, as the kernel ends one when memory runs out."""
    import os  # noqa: PLC0415 - this runs in a process of its own
    import signal  # noqa: PLC0415 - see above

    if share:
        os.kill(os.getpid(), signal.SIGKILL)
    return b"done"


def test_a_process_that_is_ended_from_outside_is_reported() -> None:
    with pytest.raises(MachineError, match="ended from outside"):
        Workers(2).results(ended, None, [0, 1])


def test_a_cache_folder_that_cannot_be_made_stops_no_build(
    project: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    elsewhere = tmp_path / "project"
    shutil.copytree(project, elsewhere, ignore=shutil.ignore_patterns(".cache"))
    (elsewhere / ".cache").write_text("not a folder", encoding="utf-8")
    assert built(elsewhere, tmp_path / "site", Workers()) == expected
    assert built(elsewhere, tmp_path / "site", Workers()) == expected


def test_nothing_of_a_deleted_event_is_remembered(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "project"
    shutil.copytree(project, elsewhere, ignore=shutil.ignore_patterns(".cache"))
    secret = elsewhere / "content/events/secret.yaml"
    secret.write_text("title: Canaryword\ndate: 2020-02-03\ncategory: aid\n", encoding="utf-8")
    built_anew(elsewhere, tmp_path / "site")
    assert [name for name, held in files_of(elsewhere / ".cache").items() if b"Canary" in held]
    secret.unlink()
    built_anew(elsewhere, tmp_path / "site")
    built_anew(elsewhere, tmp_path / "site", drafts=True)
    kept = files_of(elsewhere / ".cache")
    assert [name for name, held in kept.items() if b"Canary" in held] == []


def built_anew(project: Path, site: Path, *, drafts: bool = False) -> None:
    edition = EDITION._replace(drafts=drafts)
    build_site(Project(project, site), edition, lambda _: None, workers=Workers())
