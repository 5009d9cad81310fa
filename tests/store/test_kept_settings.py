"""What is set in the web app."""

from __future__ import annotations


def test_the_last_value_saved_stands(store, opening):
    assert store.setting("profile") is None
    assert store.save_setting("profile", {"name": "ours", "fields": [1, None]}) == {"name": "ours", "fields": [1, None]}
    store.save_setting("theme", {"dark": True})
    store.save_setting("profile", {})
    assert opening().setting("profile") == {}
    assert store.setting("theme") == {"dark": True}
