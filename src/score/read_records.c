#include "score/read_records.h"

#include "base/file.h"
#include "format/call_task.h"
#include "input/source.h"
#include "score/recompute.h"
#include "score/redacted_card.h"

#include <string.h>

enum { LINE_MOST = 64 << 20 };

static bool is_regular(Str path) {
    Arena arena = {0};
    bool regular = file_is_regular(&arena, path);
    arena_free(&arena);
    return regular;
}

// A pipe can be read only once: what is looked at would be lost to whoever reads it.
bool records_sniff(Str path) {
    Source source;
    if (!is_regular(path) || !source_open(&source, path)) return false;
    bool found = record_sniff(source_window(&source));
    source_close(&source);
    return found;
}

static bool is_marked_by(const Rubric *rubric, const Scorecard *card) {
    return str_eq(card->rubric_hash, str_from(rubric->hash));
}

bool card_is_of_rubric(const Rubric *rubric, const Scorecard *card) {
    bool counted = rubric->score.count == COUNT_ALL ||
                   str_eq(card->quality_hash, str_from(rubric->quality_hash));
    return is_marked_by(rubric, card) && counted;
}

static bool check_rubric(const Rubric *rubric, const Scorecard *card, Place place,
                         Diags *diags) {
    if (card_is_of_rubric(rubric, card)) return true;
    bool marked = is_marked_by(rubric, card);
    Diag *diag =
        marked
            ? diag_add(diags, DIAG_ERROR, place,
                       "call '%.*s' was marked when other criteria counted: quality "
                       "file '%.*s', not '%s'",
                       STR_ARG(card->call), STR_ARG(card->quality_hash),
                       rubric->quality_hash)
            : diag_add(
                  diags, DIAG_ERROR, place,
                  "call '%.*s' was marked by another rubric: '%.*s' %.*s, not '%.*s' %s",
                  STR_ARG(card->call), STR_ARG(card->rubric), STR_ARG(card->rubric_hash),
                  STR_ARG(rubric->id), rubric->hash);
    diag->call = str_copy(diags->arena, card->call);
    return false;
}

// A byte that no id has begins the key of an agent's part.
static Str part_key(Arena *arena, const Scorecard *card) {
    return str_format(arena, "%c%u/%u %.*s", 0, card->part.number, card->part.of,
                      STR_ARG(card->call));
}

// The card that stands in the way of another: of the same call, and not of another
// agent's part of it.
static uint32_t find_card(Arena *arena, const CardList *list, const Scorecard *card) {
    uint32_t first = map_get(&list->numbers, card->call);
    if (first == MAP_NONE) return first;
    bool parts = card->part.of && card->part.of == list->cards.items[first].part.of;
    return parts ? map_get(&list->numbers, part_key(arena, card)) : first;
}

static void add_number(Arena *arena, CardList *list, Str key) {
    map_add(arena, &list->numbers, key, (uint32_t)list->cards.len - 1);
}

static void add(Arena *arena, CardList *list, const Scorecard *card, Place place) {
    Scorecard *kept = vec_push(arena, &list->cards);
    *kept = scorecard_copy(arena, &list->texts, card);
    *vec_push(arena, &list->places) = place;
    add_number(arena, list, kept->call);
    if (kept->part.of) add_number(arena, list, part_key(arena, kept));
}

static bool is_copy(const Scorecard *one, const Scorecard *other) {
    Arena arena = {0};
    Buf texts[] = {{.arena = &arena}, {.arena = &arena}};
    record_put_json(&texts[0], one);
    record_put_json(&texts[1], other);
    bool same = str_eq(buf_str(&texts[0]), buf_str(&texts[1]));
    arena_free(&arena);
    return same;
}

static void refuse_repeated(const CardList *list, const Scorecard *card, Place place,
                            Place first, Diags *diags) {
    Diag *diag =
        list->in_parts
            ? diag_add(diags, DIAG_ERROR, (Place){0},
                       "call '%.*s' has been read already, and says something else",
                       STR_ARG(card->call))
            : diag_add(diags, DIAG_ERROR, place,
                       "call '%.*s' has been read already, from %.*s:%u",
                       STR_ARG(card->call), STR_ARG(first.path), first.line);
    diag->call = str_copy(diags->arena, card->call);
}

// What comparisons need.
static Scorecard without_words(Arena *arena, const Scorecard *card) {
    Scorecard bare = *card;
    bare.said.items = NULL;
    bare.said.len = bare.said.cap = 0;
    bare.marks.items = arena_array(arena, Mark, bare.marks.len);
    for (size_t i = 0; i < bare.marks.len; i++) {
        Mark *mark = &bare.marks.items[i];
        *mark = card->marks.items[i];
        mark->quotes = (MarkQuotes){0};
    }
    return bare;
}

static bool is_earlier(const CardList *list, const Scorecard *card) {
    return list->only && selection_of_card(list->only, card) == CHOICE_EARLIER;
}

static CardFate add_once(Arena *arena, CardList *list, const Scorecard *card, Place place,
                         Diags *diags) {
    uint32_t there = find_card(arena, list, card);
    if (there == MAP_NONE) {
        add(arena, list, card, place);
        return CARD_ADDED;
    }
    Place first = list->places.items[there];
    bool copy = is_copy(&list->cards.items[there], card);
    if (!copy) refuse_repeated(list, card, place, first, diags);
    if (copy && !list->copies) list->copied = first, list->copier = place.path;
    list->copies += copy && card->part.number <= 1;
    return copy ? CARD_COPIED : CARD_REFUSED;
}

CardFate cards_add(Arena *arena, CardList *list, const Scorecard *card, Place place,
                   Diags *diags) {
    Arena scratch = {0};
    Scorecard other;
    if (is_earlier(list, card)) {
        other = without_words(&scratch, card);
        card = &other;
    } else if (list->redact) {
        other = scorecard_copy(&scratch, &(SharedTexts){0}, card);
        scorecard_redact(&scratch, &other);
        card = &other;
    }
    CardFate fate = add_once(arena, list, card, place, diags);
    arena_free(&scratch);
    return fate;
}

void cards_tell_copies(CardList *list, Diags *diags) {
    if (list->copies)
        diag_add(diags, DIAG_NOTE, (Place){.path = list->copier},
                 "%u call%s been read already, the same, the first from %.*s:%u",
                 list->copies, list->copies == 1 ? " has" : "s have",
                 STR_ARG(list->copied.path), list->copied.line);
    list->copies = 0;
}

// Keeps those cards that `stays` is said of, with their places.
static void sift(CardList *list, bool stays(const CardList *, size_t, Str), Str word) {
    size_t kept = 0;
    for (size_t i = 0; i < list->cards.len; i++) {
        if (!stays(list, i, word)) continue;
        list->places.items[kept] = list->places.items[i];
        list->cards.items[kept++] = list->cards.items[i];
    }
    list->cards.len = list->places.len = kept;
}

static bool is_other_call(const CardList *list, size_t i, Str call) {
    return !str_eq(list->cards.items[i].call, call);
}

// What comes of an archive's member has its path before the member's.
static bool is_elsewhere(const CardList *list, size_t i, Str path) {
    Str from = list->places.items[i].path;
    return !str_starts(from, path) || (from.len > path.len && from.ptr[path.len] != '/');
}

void cards_remove(CardList *list, Str call) { sift(list, is_other_call, call); }

void cards_remove_from(CardList *list, Str path) { sift(list, is_elsewhere, path); }

void cards_split(Arena *arena, CardList *list, Scorecards *earlier) {
    size_t kept = 0;
    for (size_t i = 0; i < list->cards.len; i++) {
        const Scorecard *card = &list->cards.items[i];
        if (is_earlier(list, card)) {
            *vec_push(arena, earlier) = *card;
            continue;
        }
        list->places.items[kept] = list->places.items[i];
        list->cards.items[kept++] = *card;
    }
    list->cards.len = list->places.len = kept;
}

typedef struct {
    Arena *arena;
    Arena scratch; // one line
    const Rubric *rubric;
    CardList *list;
    Diags *diags;
    uint32_t complaints; // about lines of the file
} Records;

static bool refuse_card(const Scorecard *card, Place place, Str text, Diags *diags) {
    Diag *diag = diag_add(diags, DIAG_ERROR, place, "bad record of call '%.*s': %.*s",
                          STR_ARG(card->call), STR_ARG(text));
    diag->call = str_copy(diags->arena, card->call);
    return false;
}

// Records may have been edited, cut or damaged on their way.
static bool is_believed(Records *in, Scorecard *card, Place place) {
    if (!check_rubric(in->rubric, card, place, in->diags)) return false;
    Str wrong = card_recompute(in->rubric, &in->scratch, card);
    return !wrong.len || refuse_card(card, place, wrong, in->diags);
}

// One from before the period may be of another rubric: it is compared with, not judged.
static CardFate read_line(Records *in, Str line, Place place) {
    Scorecard card;
    CardList *list = in->list;
    arena_reset(&in->scratch);
    if (!record_parse(&in->scratch, line, place, &card, in->diags)) return CARD_REFUSED;
    Str wrong = card_out_of_range(&card);
    if (wrong.len) return refuse_card(&card, place, wrong, in->diags), CARD_REFUSED;
    Choice choice = list->only ? selection_of_card(list->only, &card) : CHOICE_TAKEN;
    list->undated += choice == CHOICE_UNDATED && card.part.number <= 1;
    if (choice < CHOICE_EARLIER) return CARD_LEFT_OUT;
    bool good = choice == CHOICE_EARLIER || is_believed(in, &card, place);
    return good ? cards_add(in->arena, list, &card, place, in->diags) : CARD_REFUSED;
}

// What is wrong with a line, and was just said; after the first of them, it is only
// listed.
static void limit_complaints(Records *in, size_t from) {
    for (; from < in->diags->items.len; from++)
        in->diags->items.items[from].listed_only =
            ++in->complaints > COMPLAINTS_ON_THE_SPOT;
}

// Whether the card added last is that of a call, or of the first of its agents.
static bool is_first_part(const CardList *list) {
    return list->cards.items[list->cards.len - 1].part.number <= 1;
}

static void read_lines(Records *in, Source *source, InputFile *file) {
    for (Place place = {.path = file->path, .line = 1, .col = 1}; source_has(source, 0);
         place.line++) {
        size_t end = source_find(source, 0, '\n', LINE_MOST), said = in->diags->items.len;
        Str line = str_slice(source_window(source), 0, end);
        if (str_trim(line).len) {
            CardFate fate = read_line(in, line, place);
            file->calls += fate == CARD_ADDED && is_first_part(in->list);
            file->refused += fate == CARD_REFUSED;
            limit_complaints(in, said);
        }
        source_consume(source, source_has(source, end) ? end + 1 : end);
    }
    cards_tell_copies(in->list, in->diags);
    if (in->complaints > COMPLAINTS_ON_THE_SPOT)
        diag_add(in->diags, DIAG_NOTE, (Place){.path = file->path},
                 "%u more records refused", in->complaints - COMPLAINTS_ON_THE_SPOT);
}

bool records_read(Arena *arena, Str path, const Rubric *rubric, CardList *list,
                  InputFile *file, Diags *diags) {
    Records records = {.arena = arena, .rubric = rubric, .list = list, .diags = diags};
    Source source;
    *file = (InputFile){.path = path, .opened = source_open(&source, path)};
    if (file->opened) {
        read_lines(&records, &source, file);
        file->bytes = source.raw->bytes;
        file->changed = source.raw->changed;
        digest_hex(source.raw->digest, file->hash);
        source_close(&source);
        arena_free(&records.scratch);
    }
    if (source.problem[0])
        diag_add(diags, DIAG_ERROR, (Place){.path = path}, "%s", source.problem);
    return file->opened;
}

int64_t records_newest(Str path) {
    Source source;
    Arena arena = {0};
    Diags ignored = {.arena = &arena};
    int64_t newest = NO_TIME;
    if (!source_open(&source, path)) return newest;
    while (source_has(&source, 0)) {
        size_t end = source_find(&source, 0, '\n', LINE_MOST);
        Scorecard card;
        Str line = str_slice(source_window(&source), 0, end);
        if (record_parse(&arena, line, (Place){0}, &card, &ignored) &&
            card.started_at > newest)
            newest = card.started_at;
        source_consume(&source, source_has(&source, end) ? end + 1 : end);
        ignored = (Diags){.arena = &arena};
        arena_reset(&arena);
    }
    source_close(&source);
    arena_free(&arena);
    return newest;
}
