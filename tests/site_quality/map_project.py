"""A project of invented events at places, for tests of the map."""

SITE = "title: Invented\nlanguage: en\ncategories: {talk: {label: Talk}}\n"
PLACES = """\
- {id: ukraine, name: Ukraine, lat: 48, lon: 31, precision: country, country: UA}
- {id: kyiv, name: Kyiv, lat: 50.45, lon: 30.52, country: UA, within: ukraine}
- {id: bucha, name: Bucha, lat: 50.54, lon: 30.22, country: UA, within: ukraine}
- {id: irpin, name: Irpin, lat: 50.52, lon: 30.25, country: UA, within: ukraine}
- {id: kherson, name: Kherson, lat: 46.64, lon: 32.62, country: UA, within: ukraine}
- {id: donbas, name: Donbas, lat: 48.2, lon: 38.1, precision: region, country: UA}
- {id: chernivtsi, name: Chernivtsi, lat: 48.29, lon: 25.94, country: UA}
- {id: khotyn, name: Khotyn, lat: 48.51, lon: 26.49, country: UA}
- {id: nowhere, name: Nowhere}
"""
EVENTS = {
    "2022-02-24": "[kyiv, ukraine]",
    "2022-02-25": "[kyiv]",
    "2022-02-26": "[bucha]",
    "2022-03-01": "[irpin, kherson]",
    "2022-03-02": "[donbas, nowhere]",
    "2022-03": "[kherson]",
    "2022-03-05": "[chernivtsi]",
    "2022-03-06": "[khotyn]",
    "2022-03-07": "[]",
}


def map_content() -> dict[str, str]:
    """Return the project's files by their paths in its content."""
    content = {"site.yaml": SITE, "places/all.yaml": PLACES}
    for number, (date, places) in enumerate(EVENTS.items()):
        text = f"title: Made up {number}\ndate: {date}\ncategory: talk\nplaces: {places}\n"
        content[f"events/e{number}.yaml"] = text
    return content
