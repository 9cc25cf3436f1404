"""Nodes of structured data: the schema.org terms that pages use, as JSON-LD writes them.

A field that is left at its default is not written. A value may be a node that is encoded already.
"""

from msgspec import Raw, Struct, field


class Node(Struct, omit_defaults=True, rename="camel", tag_field="@type", gc=False):
    """What all nodes share: the class's name is the type."""


class Ref(Struct, gc=False):
    """A pointer to a node that stands elsewhere."""

    id: str = field(name="@id")


class Person(Node, tag="Person", gc=False):
    """A human being who is named."""

    name: str


class Organization(Node, tag="Organization", gc=False):
    """A body of people, such as a publisher."""

    name: str


class GeoCoordinates(Node, tag="GeoCoordinates", gc=False):
    """A point, in degrees WGS 84."""

    latitude: float
    longitude: float


class Place(Node, tag="Place", gc=False):
    """Somewhere; `geo` only where a point is no finer than what is known."""

    name: str
    geo: GeoCoordinates | None = None


class DefinedTerm(Node, tag="DefinedTerm", gc=False):
    """A category, a tag, or what a figure counts."""

    name: str
    description: str = ""


class Work(Struct, omit_defaults=True, rename="camel", gc=False):
    """A source, of whatever type of creative work."""

    type: str = field(name="@type")
    id: str = field(name="@id")
    headline: str
    publisher: Organization
    url: str = ""
    credit_text: str = ""
    in_language: str = ""
    date_published: str = ""
    archived_at: str = ""


class Quotation(Node, tag="Quotation", gc=False):
    """Words from a source, or their translation."""

    text: str
    id: str = field(name="@id", default="")
    in_language: str = ""
    spoken_by_character: Raw | str | None = None
    credit_text: str = ""
    is_part_of: Ref | None = None
    translation_of_work: Ref | None = None
    translator: str = ""


class Claim(Node, tag="Claim", gc=False):
    """One claimant's number; whether it is true is not said by us."""

    text: str
    author: Raw | str | None = None
    appearance: Ref | None = None
    creative_work_status: str = ""
    temporal_coverage: str = ""


class Words(Node, tag="CreativeWork", gc=False):
    """Words of an entry."""

    text: str


class ReplaceAction(Node, tag="ReplaceAction", gc=False):
    """Words that were taken out, and those that stand in their place."""

    replacee: Words | None = None
    replacer: Words | None = None


class Comment(Node, tag="Comment", gc=False):
    """What was added after publication, though nothing had been wrong."""

    text: str
    genre: str
    date_published: str = ""
    about: ReplaceAction | None = None


class CorrectionComment(Comment, tag="CorrectionComment", gc=False):
    """What was wrong, and was changed after publication; `genre` is the kind of correction."""


class Event(Node, tag="Event", gc=False):
    """What happened; nothing to attend, so no more than name, dates and places."""

    name: str
    id: str = field(name="@id", default="")
    start_date: str = ""
    end_date: str = ""
    location: tuple[Raw, ...] = ()


class ListItem(Node, tag="ListItem", gc=False):
    """A line of a list; `item` is the address of a breadcrumb, `url` that of what is listed."""

    position: int
    name: str
    item: str = ""
    url: str = ""


class ItemList(Node, tag="ItemList", gc=False):
    """What a page lists, in its order."""

    number_of_items: int
    item_list_order: str = ""
    item_list_element: tuple[ListItem, ...] = ()


class BreadcrumbList(Node, tag="BreadcrumbList", gc=False):
    """The way from the first page to this one."""

    item_list_element: tuple[ListItem, ...]


class WebSite(Node, tag="WebSite", gc=False):
    """The whole site."""

    name: str
    url: str = ""
    description: str = ""
    in_language: str = ""
    publisher: Organization | None = None


class DataDownload(Node, tag="DataDownload", gc=False):
    """A file of open data."""

    name: str
    encoding_format: str
    content_url: str = ""


class CreativeWork(Node, tag="CreativeWork", gc=False):
    """A work of which no more is known than its name, such as a licence."""

    name: str


class Dataset(Node, tag="Dataset", gc=False):
    """Everything that is published, as data."""

    name: str
    description: str
    url: str = ""
    in_language: str = ""
    creator: Organization | None = None
    license: CreativeWork | None = None
    version: str = ""
    date_modified: str = ""
    temporal_coverage: str = ""
    spatial_coverage: tuple[Raw, ...] = ()
    distribution: tuple[DataDownload, ...] = ()


class WebPage(Struct, omit_defaults=True, rename="camel", gc=False):
    """One page; `type` is WebPage or CollectionPage."""

    type: str = field(name="@type")
    name: str
    id: str = field(name="@id", default="")
    url: str = ""
    in_language: str = ""
    is_part_of: WebSite | Raw | None = None
    publisher: Organization | None = None
    date_published: str = ""
    date_modified: str = ""
    temporal_coverage: str = ""
    spatial_coverage: tuple[Raw, ...] = ()
    about: Event | DefinedTerm | Raw | None = None
    main_entity: Raw | Dataset | ItemList | None = None
    citation: tuple[Raw, ...] = ()
    correction: tuple[Comment, ...] = ()
    comment: tuple[Comment, ...] = ()
    has_part: tuple[Quotation | Claim, ...] = ()
    breadcrumb: BreadcrumbList | None = None
