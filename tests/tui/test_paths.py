from reader.tui.paths import complete


def test_the_first_name_that_begins_so_completes_the_path(tmp_path):
    (tmp_path / "news").mkdir()
    for name in ("news/b.txt", "news/a.txt", "nil.txt", ".hidden", "bad\x1b[2Jname"):
        (tmp_path / name).touch()
    folder = f"{tmp_path}/"
    assert complete(folder + "ne") == folder + "news/"
    assert complete(folder + "news/") == folder + "news/a.txt"
    assert complete(folder) == folder + "news/"
    assert complete(folder + ".h") == folder + ".hidden"
    assert complete(folder + "bad") is None
    assert complete(folder + "absent/x") is None
    assert complete("\x00") is None
