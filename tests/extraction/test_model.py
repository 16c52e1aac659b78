"""The language model is the one that was locked, or a clear error."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from thinc.api import get_current_ops
from threadpoolctl import threadpool_info

from workbench.extraction import load, model
from workbench.extraction.model import LOCKED, WEIGHTS, ModelError
from workbench.extraction.pipeline import RULES_VERSION, Extractor


def test_the_locked_model_is_the_official_one() -> None:
    model.check_weights(model.package_path(LOCKED))


def test_one_changed_byte_is_refused(tmp_path: Path) -> None:
    for name in WEIGHTS:
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copy(model.package_path(LOCKED) / name, tmp_path / name)
    model.check_weights(tmp_path)
    weights = bytearray((tmp_path / "tagger/model").read_bytes())
    weights[1000] ^= 1
    (tmp_path / "tagger/model").write_bytes(weights)
    with pytest.raises(ModelError, match=r"tagger/model is not the one that was locked"):
        model.check_weights(tmp_path)


def test_the_model_multiplies_by_numpy_on_one_thread_and_nothing_else_does(extractor: Extractor) -> None:
    nodes = [node for name in extractor._nlp.pipe_names for node in extractor._nlp.get_pipe(name).model.walk()]
    # The parser's own steps stay with spaCy's.
    assert {node.ops.use_blis for node in nodes if node.name in ("maxout", "softmax")} == {False}
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}
    assert get_current_ops().use_blis


def test_a_missing_weight_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"lacks its file ner/model"):
        model.check_weights(tmp_path)


@pytest.mark.parametrize("name", ["en_core_web_nowhere", "../escape", "os", ""])
def test_a_model_that_is_not_there_is_named(name: str) -> None:
    if name:
        with pytest.raises(ModelError, match="can't be loaded"):
            load(name)
    else:
        assert load(name).extract("", "", None).extraction.model == LOCKED


def test_every_run_records_what_made_it() -> None:
    run = load().extract("", "Two men left.", None).extraction
    assert (run.model, run.model_version, run.rules_version) == (LOCKED, "3.8.0", RULES_VERSION)
    assert run.spacy_version.startswith("3.8.")


def test_the_package_imports_no_spacy() -> None:
    code = "import sys, workbench.extraction; sys.exit(any(m in sys.modules for m in ('spacy', 'thinc')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
