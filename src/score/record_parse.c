#include "input/json.h"
#include "score/quotes.h"
#include "score/record.h"

#include <math.h>

static int32_t get_thousandths(const Json *object, const char *key, int32_t otherwise) {
    const Json *value = json_get(object, key);
    if (!value || value->type != JSON_NUMBER || fabs(value->number) > 1e6)
        return otherwise;
    return (int32_t)lround(value->number * 1000);
}

static int64_t time_of(const Json *value) {
    if (!json_is(value, JSON_NUMBER) || fabs(value->number) > 1e15) return NO_TIME;
    return llround(value->number);
}

static int64_t get_time(const Json *object, const char *key) {
    return time_of(json_get(object, key));
}

static uint32_t get_count(const Json *object, const char *key) {
    double value = json_number(object, key, 0);
    return value > 0 && value < UINT32_MAX ? (uint32_t)value : 0;
}

static void get_texts(Arena *arena, const Json *object, const char *key, Texts *texts) {
    const Json *list = json_get(object, key);
    for (size_t i = 0; list && i < list->count; i++)
        *vec_push(arena, texts) = list->items[i].text;
}

static bool get_verdict(const Json *object, const char *key, Verdict *verdict) {
    Str name = json_text(object, key);
    for (*verdict = 0; *verdict < VERDICT_COUNT; ++*verdict)
        if (str_eq(name, verdict_name(*verdict))) return true;
    return false;
}

static const Origin *read_origin(Arena *arena, const Json *quote) {
    Origin *origin = arena_new(arena, Origin);
    *origin = (Origin){
        .detector = json_text(quote, "detector"),
        .phrase = json_text(quote, "phrase"),
        .at = json_text(quote, "at"),
        .points = (int32_t)lround(json_number(quote, "points", 0)),
    };
    return origin;
}

static Quote read_quote(Arena *arena, const Json *object) {
    return (Quote){
        .origin = read_origin(arena, object),
        .quote = json_text(object, "quote"),
        .at_ms = get_time(object, "at_ms"),
        .turn = get_count(object, "turn"),
        .start = get_count(object, "start"),
        .end = get_count(object, "end"),
        .role = role_named(json_text(object, "role")),
    };
}

static bool is_false(const Json *object, const char *key) {
    const Json *value = json_get(object, key);
    return value && value->type == JSON_BOOL && !value->truth;
}

// One with verdicts that are none waits for nothing.
static const AwaitedPromise *get_awaits(Arena *arena, const Json *mark) {
    const Json *object = json_get(mark, "awaits");
    AwaitedPromise awaits = {.promise = json_text(object, "promise"),
                             .within_ms = get_time(object, "within_ms")};
    bool whole = awaits.promise.len && get_verdict(object, "if_kept", &awaits.if_kept) &&
                 get_verdict(object, "if_broken", &awaits.if_broken);
    return whole ? vec_copy(arena, &awaits, sizeof awaits) : NULL;
}

static bool read_mark(Arena *arena, const Json *object, Mark *mark) {
    *mark = (Mark){
        .criterion = json_text(object, "criterion"),
        .principle = json_text(object, "principle"),
        .points = get_thousandths(object, "points", 0),
        .weight = get_thousandths(object, "weight", 0),
        .applied = get_thousandths(object, "applied", 0),
        .share = get_thousandths(object, "share", 0),
        .uncounted = is_false(object, "counted"),
        .why = json_text(object, "why"),
        .awaits = get_awaits(arena, object),
    };
    const Json *evidence = json_get(object, "evidence");
    for (size_t i = 0; evidence && i < evidence->count; i++)
        *quotes_add(arena, mark) = read_quote(arena, &evidence->items[i]);
    return get_verdict(object, "verdict", &mark->verdict) && mark->criterion.len;
}

static bool read_marks(Arena *arena, const Json *record, Scorecard *card) {
    const Json *marks = json_get(record, "marks");
    for (size_t i = 0; marks && i < marks->count; i++)
        if (!read_mark(arena, &marks->items[i], vec_push(arena, &card->marks)))
            return false;
    return marks && marks->type == JSON_ARRAY;
}

static void read_said(Arena *arena, const Json *record, Scorecard *card) {
    const Json *said = json_get(record, "said");
    card->said_from = get_count(record, "said_from");
    if (!card->said_from) card->said_from = 1;
    json_each(turn, said) {
        const Json *role = json_element(turn, 0), *text = json_element(turn, 2);
        *vec_push(arena, &card->said) = (Said){
            .role = role ? role_named(role->text) : ROLE_UNKNOWN,
            .at_ms = time_of(json_element(turn, 1)),
            .text = json_is(text, JSON_STRING) ? text->text : (Str){0},
        };
    }
}

// Whether the words of every mark are where they are said to be, if the turns are known.
static bool quotes_hold(const Scorecard *card) {
    if (!card->said.len) return true;
    vec_each(const Mark, mark, &card->marks)
        vec_each(const Quote, quote, &mark->quotes) {
            Str text = said_text(quote_turn(card, quote));
            if (quote->start > quote->end || quote->end > text.len ||
                !str_eq(str_slice(text, quote->start, quote->end), quote->quote))
                return false;
        }
    return true;
}

static void read_principles(Arena *arena, const Json *record, Scorecard *card) {
    const Json *list = json_get(record, "principles");
    for (size_t i = 0; list && i < list->count; i++)
        *vec_push(arena, &card->principles) = (PrincipleScore){
            .id = json_text(&list->items[i], "id"),
            .score = get_thousandths(&list->items[i], "score", NO_SCORE),
            .weight = get_thousandths(&list->items[i], "weight", 0),
            .applied = get_thousandths(&list->items[i], "applied", 0),
            .floor = get_thousandths(&list->items[i], "floor", NO_SCORE),
        };
}

// Every member with a space in its name, as "field csat" has.
static void read_values(Arena *arena, const Json *measures, Scorecard *card) {
    for (size_t i = 0; measures && i < measures->count; i++) {
        const Json *item = &measures->items[i];
        bool known = item->type == JSON_NUMBER && fabs(item->number) <= 1e9;
        if (str_index(item->key, 0, ' ') == item->key.len) continue;
        *vec_push(arena, &card->values) =
            (CardValue){item->key, known ? llround(item->number * 1000) : NO_VALUE};
    }
}

static void read_told(Arena *arena, const Json *record, Scorecard *card) {
    json_each(told, json_get(record, "told"))
        *vec_push(arena, &card->told) =
            (ToldPromise){.promise = json_text(told, "promise"),
                          .kept = !is_false(told, "kept"),
                          .turn = get_count(told, "turn")};
}

static AgentPart get_part(const Json *record) {
    const Json *part = json_get(record, "part");
    return (AgentPart){.number = get_count(part, "agent"),
                       .of = get_count(part, "of"),
                       .first_turn = get_count(part, "first_turn"),
                       .last_turn = get_count(part, "last_turn")};
}

static void read_call(const Json *record, Scorecard *card) {
    *card = (Scorecard){
        .call = json_text(record, "call"),
        .agent = json_text(record, "agent"),
        .agent_name = json_text(record, "agent_name"),
        .team = json_text(record, "team"),
        .channel = json_text(record, "channel"),
        .customer = json_text(record, "customer"),
        .queue = json_text(record, "queue"),
        .language = json_text(record, "language"),
        .part = get_part(record),
        .started_at = NO_TIME,
        .duration_ms = get_time(record, "duration_ms"),
        .turns = get_count(record, "turns"),
        .agent_words = get_count(record, "agent_words"),
        .rubric = json_text(record, "rubric"),
        .rubric_version = json_text(record, "rubric_version"),
        .rubric_hash = json_text(record, "rubric_hash"),
        .quality_hash = json_text(record, "quality_hash"),
        .score = get_thousandths(record, "score", NO_SCORE),
        .compensatory = get_thousandths(record, "compensatory", NO_SCORE),
        .uncapped = get_thousandths(record, "uncapped", NO_SCORE),
        .band = json_text(record, "band"),
        .judged = get_count(record, "judged"),
        .judged_of = get_count(record, "judged_of"),
        .unproven = get_count(record, "unproven"),
        .too_little = json_text(record, "too_little"),
    };
    Str started = json_text(record, "started_at");
    if (!date_parse(started, &card->started_at)) card->started_at = NO_TIME;
    const Json *measures = json_get(record, "measures");
    card->wait_ms = get_time(measures, "wait_ms");
    card->first_reply_ms = get_time(measures, "first_reply_ms");
    card->max_reply_ms = get_time(measures, "max_reply_ms");
}

static void read_roles(const Json *record, Scorecard *card) {
    Str roles = json_text(record, "roles");
    for (RolesBy by = 0; by < ROLES_BY_COUNT; by++)
        if (str_eq(roles, roles_name(by))) card->roles = by;
    double confidence = json_number(record, "roles_confidence", 0);
    if (confidence > 0 && confidence <= 1)
        card->roles_percent = (uint32_t)lround(confidence * 100);
}

bool record_sniff(Str head) { return str_starts(head, STR("{\"record\":")); }

bool record_parse(Arena *arena, Str line, Place place, Scorecard *card, Diags *diags) {
    const Json *record = json_parse_unplaced(arena, line, place, diags);
    if (!record || json_text(record, "error").len) return false;
    double version = json_number(record, "record", 0);
    if (!(version >= 1 && version <= RECORD_VERSION)) {
        diag_add(diags, DIAG_ERROR, place, "not a scorecard record of version 1 or 2");
        return false;
    }
    read_call(record, card);
    read_roles(record, card);
    read_principles(arena, record, card);
    read_values(arena, json_get(record, "measures"), card);
    get_texts(arena, record, "flags", &card->flags);
    get_texts(arena, record, "problems", &card->problems);
    read_told(arena, record, card);
    read_said(arena, record, card);
    bool whole = card->call.len && read_marks(arena, record, card);
    if (whole && quotes_hold(card)) return true;
    diag_add(diags, DIAG_ERROR, place,
             whole ? "scorecard record with evidence that is not in what was said"
                   : "scorecard record with a call, mark or verdict missing or unknown");
    return false;
}
