#include "text/speaker_labels.h"

bool label_is_remark(Str label) {
    static const char *const REMARKS[] = {
        "note",    "notes",   "ps",        "p.s.",     "total",      "subtotal",
        "price",   "address", "phone",     "email",    "e-mail",     "date",
        "time",    "subject", "example",   "warning",  "summary",    "reference",
        "website", "tip",     "important", "from",     "to",         "cc",
        "bcc",     "sent",    "reply-to",  "duration", "message-id", "http",
        "https",   NULL};
    return str_is_one_of(label, REMARKS);
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
    if (number == next) *vec_push(arena, &labels->counts) = (LabelCount){0};
    labels->counts.items[number].lines++;
    labels->counts.items[number].said += !is_amount(said);
}

// Words that names have in small letters.
static bool is_particle(Str word) {
    static const char *const PARTICLES[] = {
        "de",  "da", "do",  "dos", "das", "del", "della", "di",  "du",
        "la",  "le", "van", "von", "der", "den", "ter",   "ten", "bin",
        "ibn", "al", "el",  "y",   "e",   "of",  "and",   NULL};
    return str_is_one_of(word, PARTICLES);
}

static bool has_name_words(Str label) {
    Str word;
    while (str_next(&label, ' ', &word)) {
        bool small = word.len && word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
        if (small && !is_particle(word)) return false;
    }
    return true;
}

static size_t count_words(Str label) {
    size_t words = 1;
    for (size_t i = 1; i < label.len; i++)
        words += label.ptr[i] == ' ' && label.ptr[i - 1] != ' ';
    return words;
}

bool label_may_be_name(Str label) {
    enum { WORDS_MAX = 3, NAME_WORDS_MAX = 6 };
    if (!label.len || label_is_remark(label)) return false;
    size_t words = count_words(label);
    return words <= WORDS_MAX || (words <= NAME_WORDS_MAX && has_name_words(label));
}

bool labels_has_speaker(const Labels *labels, const ReadOptions *options,
                        const Call *call, Str label) {
    enum { NAME_LEAST = 2, OTHER_LEAST = 3 };
    if (!label.len) return false;
    if (speaker_role(options, call, label)) return true;
    uint32_t number = map_get(&labels->numbers, label);
    if (number == MAP_NONE || label_is_remark(label)) return false;
    LabelCount count = labels->counts.items[number];
    return count.said >= (label_may_be_name(label) ? NAME_LEAST : OTHER_LEAST) ||
           (count.said && count.lines >= OTHER_LEAST);
}
