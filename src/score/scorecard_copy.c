#include "score/scorecard_copy.h"

#include "base/buf.h"
#include "score/quotes.h"

typedef struct {
    Arena *arena;        // where the card goes
    SharedTexts *shared; // of all cards
    Arena scratch;
} Keeper;

// The one copy of a text.
static Str common(Keeper *keeper, Str text) {
    SharedTexts *shared = keeper->shared;
    if (!text.len) return (Str){0};
    uint32_t number = map_get(&shared->numbers, text);
    if (number != MAP_NONE) return shared->texts.items[number];
    Str copy = str_copy(keeper->arena, text);
    map_add(keeper->arena, &shared->numbers, copy, (uint32_t)shared->texts.len);
    return *vec_push(keeper->arena, &shared->texts) = copy;
}

static void keep_texts(Keeper *keeper, Texts *texts) {
    vec_own(keeper->arena, texts);
    vec_each(Str, text, texts) *text = common(keeper, *text);
}

// All of them in one piece: many are too short for one of their own.
static void keep_said(Keeper *keeper, Scorecard *card) {
    size_t size = 0;
    vec_own(keeper->arena, &card->said);
    vec_each(const Said, turn, &card->said) size += turn->text.len;
    char *text = arena_raw(keeper->arena, size);
    vec_each(Said, turn, &card->said) {
        memcpy(text, turn->text.ptr, turn->text.len);
        turn->text.ptr = text;
        text += turn->text.len;
    }
}

// A text that no other origin has: its members, and how long the first two of them are.
static Str origin_key(Arena *arena, const Origin *origin) {
    const size_t numbers[] = {origin->detector.len, origin->phrase.len,
                              (size_t)origin->points};
    Buf key = {.arena = arena};
    buf_put(&key, (Str){(const char *)numbers, sizeof numbers});
    buf_put(&key, origin->detector);
    buf_put(&key, origin->phrase);
    buf_put(&key, origin->at);
    return buf_str(&key);
}

static const Origin *add_origin(Keeper *keeper, const Origin *origin, Str key) {
    SharedTexts *shared = keeper->shared;
    Origin *kept = arena_new(keeper->arena, Origin);
    *kept = (Origin){.detector = common(keeper, origin->detector),
                     .phrase = common(keeper, origin->phrase),
                     .at = common(keeper, origin->at),
                     .points = origin->points};
    map_add(keeper->arena, &shared->origin_numbers, str_copy(keeper->arena, key),
            (uint32_t)shared->origins.len);
    return *vec_push(keeper->arena, &shared->origins) = kept;
}

static const Origin *common_origin(Keeper *keeper, const Origin *origin) {
    Str key = origin_key(&keeper->scratch, origin);
    uint32_t number = map_get(&keeper->shared->origin_numbers, key);
    return number == MAP_NONE ? add_origin(keeper, origin, key)
                              : keeper->shared->origins.items[number];
}

static void keep_quote(Keeper *keeper, const Scorecard *card, Quote *quote) {
    const Said *turn = quote_turn(card, quote);
    quote->origin = common_origin(keeper, quote->origin);
    quote->quote = turn ? str_slice(turn->text, quote->start, quote->end)
                        : common(keeper, quote->quote);
}

static void keep_quotes(Keeper *keeper, const Scorecard *card, Mark *mark) {
    Quotes quotes = quotes_open(&keeper->scratch, mark);
    vec_own(&keeper->scratch, &quotes);
    vec_each(Quote, quote, &quotes) keep_quote(keeper, card, quote);
    quotes_pack(keeper->arena, mark, &quotes);
}

static const AwaitedPromise *keep_awaits(Keeper *keeper, const AwaitedPromise *awaits) {
    if (!awaits) return NULL;
    AwaitedPromise *kept = vec_copy(keeper->arena, awaits, sizeof *awaits);
    kept->promise = common(keeper, awaits->promise);
    return kept;
}

static void keep_marks(Keeper *keeper, Scorecard *card) {
    vec_own(keeper->arena, &card->marks);
    vec_each(Mark, mark, &card->marks) {
        mark->criterion = common(keeper, mark->criterion);
        mark->principle = common(keeper, mark->principle);
        mark->why = common(keeper, mark->why);
        mark->awaits = keep_awaits(keeper, mark->awaits);
        keep_quotes(keeper, card, mark);
    }
}

static void keep_numbers(Keeper *keeper, Scorecard *card) {
    vec_own(keeper->arena, &card->principles);
    vec_own(keeper->arena, &card->values);
    vec_own(keeper->arena, &card->gave_up);
    vec_own(keeper->arena, &card->told);
    vec_each(PrincipleScore, principle, &card->principles)
        principle->id = common(keeper, principle->id);
    vec_each(ToldPromise, told, &card->told)
        told->promise = common(keeper, told->promise);
    vec_each(CardValue, value, &card->values) value->of = common(keeper, value->of);
}

static void keep_names(Keeper *keeper, Scorecard *card) {
    Str *common_names[] = {&card->agent,       &card->agent_name,   &card->team,
                           &card->channel,     &card->rubric,       &card->rubric_version,
                           &card->rubric_hash, &card->quality_hash, &card->band,
                           &card->too_little,  &card->language,     &card->queue};
    for (size_t i = 0; i < sizeof common_names / sizeof *common_names; i++)
        *common_names[i] = common(keeper, *common_names[i]);
    card->call = str_copy(keeper->arena, card->call);
    card->customer = str_copy(keeper->arena, card->customer);
}

Scorecard scorecard_copy(Arena *arena, SharedTexts *shared, const Scorecard *card) {
    Keeper keeper = {.arena = arena, .shared = shared};
    Scorecard kept = *card;
    keep_names(&keeper, &kept);
    keep_numbers(&keeper, &kept);
    keep_said(&keeper, &kept);
    keep_marks(&keeper, &kept);
    keep_texts(&keeper, &kept.flags);
    keep_texts(&keeper, &kept.problems);
    arena_free(&keeper.scratch);
    return kept;
}
