#include "input/workbook.h"

#include "base/buf.h"

typedef struct {
    Arena *arena;
    Workbook *workbook;
    VEC(PackagePart)
    targets;         // `type`: that of the relation; `name`: its part, behind its id
    VEC(Str) ids;    // of the targets
    VEC(Str) wanted; // of the sheets
    Str from;        // the workbook's part
    Buf text;        // of the string being read
    bool phonetic;   // within how a string is spoken
    bool in_text;
    bool in_cell_styles;
    size_t held; // bytes of the strings
    VEC(Str) formats;
    VEC(Str) format_ids;
} Load;

static void ignore_end(void *context, Str name) { (void)context, (void)name; }
static void ignore_text(void *context, Str text) { (void)context, (void)text; }

// ---- The list of sheets

static void start_relation(void *context, Str name, XmlAttributes attributes) {
    Load *load = context;
    if (!str_eq(name, STR("Relationship"))) return;
    Str target =
        package_target(load->arena, load->from,
                       str_copy(load->arena, xml_attribute(attributes, "Target")));
    *vec_push(load->arena, &load->targets) = (PackagePart){
        .name = target, .type = str_copy(load->arena, xml_attribute(attributes, "Type"))};
    *vec_push(load->arena, &load->ids) =
        str_copy(load->arena, xml_attribute(attributes, "Id"));
}

static const PackagePart *find_target(const Load *load, Str id) {
    for (size_t i = 0; i < load->ids.len; i++)
        if (str_eq(load->ids.items[i], id)) return &load->targets.items[i];
    return NULL;
}

// Sheets of charts and of dialogs have no cells.
static void start_sheet(void *context, Str name, XmlAttributes attributes) {
    Load *load = context;
    Str from_1904 = xml_attribute(attributes, "date1904");
    if (str_eq(name, STR("workbookPr")))
        load->workbook->from_1904 =
            str_eq(from_1904, STR("1")) || str_eq(from_1904, STR("true"));
    Str state = xml_attribute(attributes, "state");
    bool shown = !state.len || str_eq(state, STR("visible"));
    if (!str_eq(name, STR("sheet")) || !shown) return;
    const PackagePart *target = find_target(load, xml_attribute(attributes, "id"));
    if (!target || !str_ends(target->type, STR("/worksheet"))) return;
    *vec_push(load->arena, &load->workbook->sheets) =
        (Worksheet){.name = str_copy(load->arena, xml_attribute(attributes, "name")),
                    .part = target->name};
}

// ---- Strings

static void start_string(void *context, Str name, XmlAttributes attributes) {
    (void)attributes;
    Load *load = context;
    if (str_eq(name, STR("rPh"))) load->phonetic = true;
    load->in_text = str_eq(name, STR("t")) && !load->phonetic;
}

static void end_string(void *context, Str name) {
    Load *load = context;
    load->in_text = false;
    if (str_eq(name, STR("rPh"))) load->phonetic = false;
    if (!str_eq(name, STR("si"))) return;
    *vec_push(load->arena, &load->workbook->strings) =
        str_copy(load->arena, buf_str(&load->text));
    load->text.len = 0;
}

// What is beyond the bound is left out here, and complained of in the end.
static void take_string(void *context, Str text) {
    Load *load = context;
    if (!load->in_text) return;
    load->held += text.len;
    if (load->held <= PARTS_MAX) buf_put(&load->text, text);
}

// ---- Styles

// Whether a format of numbers shows dates, times or both (18.8.31): by its letters, but
// not by those that are quoted, escaped, or name a colour or a country. "[h]" is a
// length.
static CellStyle style_of(Str format) {
    bool day = false, hour = false;
    for (size_t at = 0; at < format.len; at++) {
        char c = format.ptr[at], low = (char)(c | 0x20);
        if (c == ';') break; // what follows is for negative numbers
        bool length = c == '[' && str_index(format, at, ']') <= at + 3 &&
                      at + 1 < format.len && strchr("hms", format.ptr[at + 1] | 0x20);
        if (length) hour = true;
        if (c == '"') at = str_index(format, at + 1, '"');
        if (c == '[') at = str_index(format, at, ']');
        if (c == '\\' || c == '_' || c == '*') at++;
        day |= low == 'd' || low == 'y';
        hour |= low == 'h' || low == 's';
    }
    if (day) return hour ? STYLE_MOMENT : STYLE_DATE;
    return hour ? STYLE_CLOCK : STYLE_PLAIN;
}

// 18.8.30: the formats that are known by number alone.
static CellStyle style_of_number(int64_t id) {
    if (id == 22) return STYLE_MOMENT;
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return STYLE_CLOCK;
    bool local = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return (id >= 14 && id <= 17) || local ? STYLE_DATE : STYLE_PLAIN;
}

static CellStyle find_style(const Load *load, Str id) {
    int64_t number;
    for (size_t i = 0; i < load->format_ids.len; i++)
        if (str_eq(load->format_ids.items[i], id))
            return style_of(load->formats.items[i]);
    return str_to_int(id, &number) ? style_of_number(number) : STYLE_PLAIN;
}

static void start_style(void *context, Str name, XmlAttributes attributes) {
    Load *load = context;
    Str id = xml_attribute(attributes, "numFmtId");
    if (str_eq(name, STR("cellXfs"))) load->in_cell_styles = true;
    if (str_eq(name, STR("numFmt"))) {
        *vec_push(load->arena, &load->format_ids) = str_copy(load->arena, id);
        *vec_push(load->arena, &load->formats) =
            str_copy(load->arena, xml_attribute(attributes, "formatCode"));
    }
    if (str_eq(name, STR("xf")) && load->in_cell_styles)
        *vec_push(load->arena, &load->workbook->styles) = find_style(load, id);
}

static void end_style(void *context, Str name) {
    Load *load = context;
    if (str_eq(name, STR("cellXfs"))) load->in_cell_styles = false;
}

// ---- All of it

static bool read_part(Load *load, Package *package, Str part, const XmlHandler *handler) {
    Stream *stream = package_part(package, load->arena, part);
    return xml_read(load->arena, stream, handler, load, &package->problem);
}

// Parts that a workbook may have.
static bool read_named(Load *load, Package *package, const char *type_end,
                       const XmlHandler *handler) {
    const PackagePart *part = package_find(package, type_end);
    return !part || read_part(load, package, part->name, handler);
}

// The part that tells what a part's ids stand for: "xl/_rels/workbook.xml.rels".
static Str relations_of(Arena *arena, Str part) {
    size_t base = part.len;
    while (base && part.ptr[base - 1] != '/') base--;
    return str_format(arena, "%.*s_rels/%.*s.rels", (int)base, part.ptr,
                      (int)(part.len - base), part.ptr + base);
}

Workbook *workbook_open(Package *package) {
    static const XmlHandler RELATIONS = {start_relation, ignore_end, ignore_text, NULL},
                            SHEETS = {start_sheet, ignore_end, ignore_text, NULL},
                            STRINGS = {start_string, end_string, take_string, NULL},
                            STYLES = {start_style, end_style, ignore_text, NULL};
    Arena *arena = package->arena;
    Workbook *workbook = arena_new(arena, Workbook);
    workbook->package = package;
    Load load = {.arena = arena, .workbook = workbook, .text = {.arena = arena}};
    load.from = package_find(package, "sheet.main+xml")->name;
    bool good = read_part(&load, package, relations_of(arena, load.from), &RELATIONS) &&
                read_part(&load, package, load.from, &SHEETS) &&
                read_named(&load, package, "sharedStrings+xml", &STRINGS) &&
                read_named(&load, package, "styles+xml", &STYLES);
    if (load.held > PARTS_MAX)
        package->problem = STR("a workbook with more than 256 MiB of texts");
    else if (good && !workbook->sheets.len)
        package->problem = STR("a workbook without a sheet that is shown");
    return package->problem.len ? NULL : workbook;
}
