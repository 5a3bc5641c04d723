#include "text/speaker_labels.h"

// Words that come back before a colon and are nobody's name.
static bool is_remark(Str label) {
    static const char *const REMARKS[] = {
        "note",    "notes",   "ps",      "p.s.",      "total",   "subtotal", "price",
        "address", "phone",   "email",   "e-mail",    "date",    "time",     "subject",
        "example", "warning", "summary", "reference", "website", "tip",      "important"};
    for (size_t i = 0; i < sizeof REMARKS / sizeof *REMARKS; i++)
        if (str_eq_fold(label, str_from(REMARKS[i]))) return true;
    return false;
}

// A number or a price is what somebody says of the label, not what the label says.
static bool is_amount(Str said) {
    if (str_starts(said, STR("£")) || str_starts(said, STR("€"))) return true;
    return said.len && (byte_is_digit(said.ptr[0]) || said.ptr[0] == '$');
}

void labels_count(Arena *arena, Labels *labels, Str label, Str said) {
    if (!label.len) return;
    uint32_t next = (uint32_t)labels->counts.len;
    uint32_t number = map_add(arena, &labels->numbers, label, next);
    if (number == next) *vec_push(arena, &labels->counts) = 0;
    labels->counts.items[number] += !is_amount(said);
}

static size_t count_words(Str label) {
    size_t words = 1;
    for (size_t i = 1; i < label.len; i++)
        words += label.ptr[i] == ' ' && label.ptr[i - 1] != ' ';
    return words;
}

bool label_may_be_name(Str label) {
    enum { WORDS_MAX = 3 };
    return label.len && count_words(label) <= WORDS_MAX && !is_remark(label);
}

bool labels_has_speaker(const Labels *labels, const ReadOptions *options,
                        const Call *call, Str label) {
    enum { COUNT_LEAST = 2 };
    if (!label.len) return false;
    if (speaker_role(options, call, label)) return true;
    uint32_t number = map_get(&labels->numbers, label);
    return number != MAP_NONE && labels->counts.items[number] >= COUNT_LEAST &&
           label_may_be_name(label);
}
