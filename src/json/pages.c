#include "json/pages.h"

#include "json/fields.h"

enum { NAME_MAX = 24 };

// In lower case, letters only: "@odata.nextLink" is "odatanextlink". What is longer than
// all names that are known becomes empty.
static Str simplify(Str name, char out[NAME_MAX]) {
    size_t len = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (byte_is_capital(c)) c = (char)(c + ('a' - 'A'));
        if (c < 'a' || c > 'z') continue;
        if (len == NAME_MAX) return (Str){0};
        out[len++] = c;
    }
    return (Str){out, len};
}

static bool is_among(Str name, const char *const *names) {
    char bytes[NAME_MAX];
    return str_number_in(simplify(name, bytes), names) >= 0;
}

bool pages_is_next(Str name) {
    // Amazon, Twilio and Zendesk, Genesys, Microsoft, LiveChat, Slack; and what others
    // call it.
    static const char *const NAMES[] = {
        "nexttoken",     "nextpageurl",       "nextpage",   "nexturi",    "nextlink",
        "nextpageuri",   "odatanextlink",     "nextpageid", "nextcursor", "hasmore",
        "nextpagetoken", "continuationtoken", NULL};
    return is_among(name, NAMES);
}

// What is null, false, empty or 0 names no page.
static bool says_something(const Json *value) {
    switch (value->type) {
    case JSON_NULL: return false;
    case JSON_BOOL: return value->truth;
    case JSON_NUMBER: return value->number > 0;
    case JSON_STRING: return str_trim(value->text).len > 0;
    case JSON_ARRAY:
    case JSON_OBJECT: return value->count > 0;
    }
    return false;
}

// "next" alone is a page where it is an address, or stands among 'pages' or 'links'.
static bool is_next(const Json *of, const Json *member) {
    if (pages_is_next(member->key)) return says_something(member);
    static const char *const HOLDERS[] = {"pages", "links", "paging", "pagination", NULL};
    if (!str_eq_fold(member->key, STR("next"))) return false;
    bool address = member->type == JSON_STRING && str_has(member->text, STR("/"));
    return address || (says_something(member) && is_among(of->key, HOLDERS));
}

static size_t longest_list(const Json *object) {
    size_t longest = 0;
    for (size_t i = 0; i < object->count; i++) {
        const Json *member = &object->items[i];
        if (member->type == JSON_ARRAY && member->count > longest)
            longest = member->count;
    }
    return longest;
}

// Whether the member counts more than the lists beside it have.
static bool counts_more(const Json *of, const Json *member) {
    static const char *const NAMES[] = {"totalcount", "totalresults", "totalitems", NULL};
    size_t longest = longest_list(of);
    return member->type == JSON_NUMBER && longest && is_among(member->key, NAMES) &&
           member->number > (double)longest;
}

static void note(CallTask *task, const Json *of, const Json *member) {
    Str text;
    if (is_next(of, member))
        text = str_format(task->arena,
                          "not the whole call: it goes on in a next page ('%.*s')",
                          STR_ARG(member->key));
    else if (counts_more(of, member))
        text =
            str_format(task->arena, "not the whole call: %zu of %.0f are here ('%.*s')",
                       longest_list(of), member->number, STR_ARG(member->key));
    else
        return;
    task_note(task, COMPLAINT_PARTIAL, json_place(task, member), text);
}

// Looks into objects as deep as services put their pages.
static void look(CallTask *task, const Json *object, int depth) {
    enum { DEPTH_MAX = 2 };
    for (size_t i = 0; i < object->count; i++) {
        const Json *member = &object->items[i];
        note(task, object, member);
        if (member->type == JSON_OBJECT && depth < DEPTH_MAX)
            look(task, member, depth + 1);
    }
}

void pages_note(CallTask *task, const Json *document) {
    if (document->type == JSON_OBJECT) look(task, document, 0);
}
