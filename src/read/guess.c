#include "read/guess.h"

#include "base/map.h"
#include "call/words.h"
#include "read/cues.h"

#include <math.h>

// Who speaks first (who answers a call; but in writing, who begins it), who says more,
// who asks more. The three together stay below GUESS_LEAST: no guess rests on them alone.
static const double FIRST = 0.5, WORDS = 0.4, QUESTIONS = 0.4;

// From where on somebody serves, and up to where he asks to be served.
static const double SERVES = 3, ASKS = -2;

typedef struct {
    Str label;
    Role role; // the one found
    Cues cues;
    uint32_t words, questions;
    double score;
} Speaker;

typedef struct {
    Arena *arena;
    Call *call;
    Map numbers;           // label -> number among the speakers
    VEC(Speaker) speakers; // who are not known, in the order in which they first speak
    bool known[ROLE_COUNT];
} Guess;

static Speaker *find_speaker(Guess *guess, Str label) {
    uint32_t next = (uint32_t)guess->speakers.len;
    uint32_t number = map_add(guess->arena, &guess->numbers, label, next);
    if (number == next)
        *vec_push(guess->arena, &guess->speakers) = (Speaker){.label = label};
    return &guess->speakers.items[number];
}

static void hear(Guess *guess, const Turn *turn) {
    Speaker *speaker = find_speaker(guess, turn->speaker);
    cues_hear(guess->arena, &speaker->cues, CUE_COUNT, turn->text);
    speaker->words += text_words(turn->text);
    for (size_t i = 0; i < turn->text.len; i++)
        speaker->questions += turn->text.ptr[i] == '?';
}

static void hear_call(Guess *guess) {
    vec_each(const Turn, turn, &guess->call->turns) {
        guess->known[turn->role] = true;
        if (turn->role == ROLE_UNKNOWN && turn->speaker.len) hear(guess, turn);
    }
    vec_each(Speaker, speaker, &guess->speakers)
        speaker->score = cues_sum(&speaker->cues);
}

static uint32_t percent(double lead) {
    long rounded = lround(100 / (1 + exp(-lead)));
    return (uint32_t)(rounded > GUESS_MOST ? GUESS_MOST : rounded);
}

// ---- One beside agents

// What a role's turns give away.
static Cues hear_side(Arena *arena, const Call *call, Role role) {
    Cues cues = {0};
    vec_each(const Turn, turn, &call->turns)
        if (turn->role == role) cues_hear(arena, &cues, CUE_COUNT, turn->text);
    return cues;
}

// Not so where the agent asks for help: these two have each other's roles.
static bool is_another_agent(const Guess *guess, const Speaker *other) {
    if (other->score < SERVES) return false;
    Cues agent = hear_side(guess->arena, guess->call, ROLE_AGENT);
    return cues_sum(&agent) > ASKS;
}

// ---- Two who are not known

static bool is_written(Str channel) {
    return str_is_one_of(channel, WORD_LIST("chat", "email", "sms", "text", "messaging"));
}

static void add_manners(Guess *guess) {
    Speaker *first = guess->speakers.items, *other = first + 1;
    first->score += is_written(guess->call->channel) ? -FIRST : FIRST;
    (other->words > first->words ? other : first)->score += WORDS;
    Speaker *asker = other->questions > first->questions ? other : first;
    if (asker->questions) asker->score += QUESTIONS;
}

static void guess_pair(Guess *guess) {
    Speaker *one = guess->speakers.items, *other = one + 1;
    Call *call = guess->call;
    add_manners(guess);
    call->roles_percent = percent(fabs(one->score - other->score));
    call->roles = call->roles_percent < GUESS_LEAST ? ROLES_UNCLEAR : ROLES_GUESSED;
    if (call->roles == ROLES_UNCLEAR) return;
    bool first = one->score >= other->score;
    one->role = first ? ROLE_AGENT : ROLE_CUSTOMER;
    other->role = first ? ROLE_CUSTOMER : ROLE_AGENT;
}

// ---- Each by his own words

// The guess is as sure as the least sure of those it rests on.
static void guess_one(Call *call, Speaker *speaker) {
    uint32_t sure = percent(fabs(speaker->score));
    if (sure < GUESS_LEAST) return;
    speaker->role = speaker->score > 0 ? ROLE_AGENT : ROLE_CUSTOMER;
    bool least = call->roles != ROLES_GUESSED || sure < call->roles_percent;
    if (least) call->roles_percent = sure;
    call->roles = ROLES_GUESSED;
}

static void guess_each(Guess *guess) {
    bool agent = guess->known[ROLE_AGENT];
    uint32_t best = 0;
    vec_each(Speaker, speaker, &guess->speakers) {
        guess_one(guess->call, speaker);
        agent |= speaker->role == ROLE_AGENT;
        uint32_t sure = percent(speaker->score);
        if (sure > best) best = sure;
    }
    if (agent) return;
    vec_each(Speaker, speaker, &guess->speakers) speaker->role = ROLE_UNKNOWN;
    guess->call->roles = ROLES_UNCLEAR;
    guess->call->roles_percent = best;
}

// ---- All of it

static void decide(Guess *guess, bool by_words) {
    size_t count = guess->speakers.len;
    bool agent = guess->known[ROLE_AGENT], customer = guess->known[ROLE_CUSTOMER];
    Speaker *first = guess->speakers.items;
    if (agent && !customer && count == 1) {
        bool another = by_words && is_another_agent(guess, first);
        if (!another) first->role = ROLE_CUSTOMER;
    } else if (by_words && count == 2 && !agent && !customer) {
        guess_pair(guess);
    } else if (by_words && (count > 1 || agent || customer)) {
        guess_each(guess);
    }
}

void roles_guess(Arena *arena, Call *call, bool by_words) {
    Guess guess = {.arena = arena, .call = call};
    hear_call(&guess);
    if (!guess.speakers.len) return;
    decide(&guess, by_words);
    vec_each(Turn, turn, &call->turns)
        if (turn->role == ROLE_UNKNOWN && turn->speaker.len)
            turn->role = find_speaker(&guess, turn->speaker)->role;
}

// ---- Roles that are given, and what is said

// Whether the first turns of the customer are those of one who serves.
static bool customer_serves(Arena *arena, const Call *call) {
    enum { GLANCE = 3 };
    Cues cues = {0};
    size_t heard = 0;
    for (size_t i = 0; i < call->turns.len && heard < GLANCE; i++) {
        const Turn *turn = &call->turns.items[i];
        if (turn->role != ROLE_CUSTOMER) continue;
        heard++;
        cues_hear(arena, &cues, CUES_OF_SERVICE, turn->text);
    }
    return cues.gave[CUE_ANSWERS] || cues.gave[CUE_OFFERS_HELP];
}

// Few calls get past the look at the first turns.
uint32_t roles_contradicted(Arena *arena, const Call *call) {
    if (!customer_serves(arena, call)) return 0;
    Cues customer = hear_side(arena, call, ROLE_CUSTOMER);
    Cues agent = hear_side(arena, call, ROLE_AGENT);
    double served = cues_sum(&customer), asked = cues_sum(&agent);
    bool strongly = served >= SERVES && asked <= ASKS;
    uint32_t sure = strongly ? percent(served - asked) : 0;
    return sure < GUESS_MOST ? 0 : sure;
}

void roles_swap(Call *call) {
    vec_each(Turn, turn, &call->turns) {
        if (turn->role == ROLE_AGENT)
            turn->role = ROLE_CUSTOMER;
        else if (turn->role == ROLE_CUSTOMER)
            turn->role = ROLE_AGENT;
        turn->agent = 0;
    }
    call->agents.len = 0;
}
