#include "detect/fact_table.h"
#include "detect/hits.h"
#include "detect/kind.h"

typedef enum { WANTS_RIGHT, WANTS_WRONG, WANTS_CONTRADICTION } Wants;

typedef struct {
    const FactTable *table;
    Str name;
    PatternRefs any;
    int wants;
    uint32_t negation;
} FactTest;

static const char *const WANTS[] = {"right", "wrong", "contradiction", NULL};

#define FIELD(member) offsetof(FactTest, member)
static const FieldSpec FIELDS[] = {
    {"any", FIELD_PATTERNS, FIELD(any),
     .summary = "patterns; the group (?<value>...), or all of the match, is the value",
     .purpose = PURPOSE_FINDS, .required = true},
    {"table", FIELD_TABLE, FIELD(table), .summary = "the CSV file of facts"},
    {"fact", FIELD_TEXT, FIELD(name), .summary = "which fact of the table"},
    {"wants", FIELD_CHOICE, FIELD(wants),
     .summary = "right, wrong or contradiction (right)", .choices = WANTS},
    {"negation", FIELD_GUARD, FIELD(negation),
     .summary = "a negation so many words before undoes a match (3, or off)"},
    {0},
};
static const FactTest DEFAULTS = {.negation = 3};

// ---- What was said

typedef enum { RIGHT, WRONG, UNCLEAR } ClaimTruth;

typedef struct {
    const Hit *hit;
    Str value;
    bool is_amount;
    Amount amount;
    ClaimTruth truth;
} Claim;
typedef VEC(Claim) Claims;

static Claims collect(const DetectInput *in, const Hits *said) {
    Claims claims = {0};
    vec_each(const Hit, hit, said) {
        Capture group = hit_capture(in, hit, STR("value"));
        bool whole = group.start == group.end;
        Claim claim = {.hit = hit};
        claim.value = str_trim(str_slice(turn_folded(in, hit->turn)->text,
                                         whole ? hit->start : group.start,
                                         whole ? hit->end : group.end));
        claim.is_amount = amount_parse(claim.value, &claim.amount);
        *vec_push(in->scratch, &claims) = claim;
    }
    return claims;
}

// ---- What is so

typedef VEC(const Fact *) Facts;

static Facts valid_facts(const DetectInput *in, const FactTest *test) {
    Facts facts = {0};
    int64_t now = in->call->started_at;
    vec_each(const Fact, fact, &test->table->facts)
        if (str_eq(fact->name, test->name) &&
            (now == NO_TIME || (now >= fact->from_ms && now < fact->before_ms)))
            *vec_push(in->scratch, &facts) = fact;
    return facts;
}

// Why the table says nothing for this call, or {0}.
static Str find_obstacle(const DetectInput *in, const FactTest *test,
                         const Facts *facts) {
    int64_t now = in->call->started_at;
    if (now == NO_TIME && fact_table_dated(test->table, test->name))
        return str_format(in->scratch, "'%.*s' depends on the day, and the call has none",
                          STR_ARG(test->name));
    if (facts->len) return (Str){0};
    return str_format(in->scratch, "the table has no '%.*s' for %.*s",
                      STR_ARG(test->name), STR_ARG(date_format_day(in->scratch, now)));
}

static AmountOrder compare_fact(const Claim *claim, const Fact *fact) {
    if (claim->is_amount && fact->is_amount)
        return amount_compare(&claim->amount, &fact->amount);
    if (str_eq_fold(claim->value, fact->value)) return AMOUNTS_SAME;
    return fact->is_amount ? AMOUNTS_INCOMPARABLE : AMOUNTS_DIFFER;
}

// Any of the facts makes it right; only all of them make it wrong.
static ClaimTruth judge(const Claim *claim, const Facts *facts) {
    bool unclear = false;
    vec_each(const Fact *const, fact, facts) {
        AmountOrder order = compare_fact(claim, *fact);
        if (order == AMOUNTS_SAME) return RIGHT;
        unclear |= order == AMOUNTS_INCOMPARABLE;
    }
    return unclear ? UNCLEAR : WRONG;
}

// ---- In words

static void put_fact(Buf *out, const Fact *fact) {
    bool before = str_number_in(fact->unit, WORD_LIST("£", "$", "€")) >= 0,
         close = str_eq(fact->unit, STR("%"));
    if (before) buf_put(out, fact->unit);
    buf_put(out, fact->value);
    if (before || !fact->unit.len) return;
    if (!close) buf_byte(out, ' ');
    buf_put(out, fact->unit);
}

// The first that is wrong, or that is unclear where none is, or the first of all.
static const Claim *find_telling(const Claims *claims) {
    const Claim *telling = &claims->items[0];
    vec_each(const Claim, claim, claims) {
        if (claim->truth == WRONG) return claim;
        if (claim->truth == UNCLEAR && telling->truth == RIGHT) telling = claim;
    }
    return telling;
}

static Str explain(const DetectInput *in, const Claims *claims, const Facts *facts) {
    const Claim *claim = find_telling(claims);
    Buf why = {.arena = in->scratch};
    buf_format(&why, "said %.*s, the table has ", STR_ARG(claim->value));
    for (size_t i = 0; i < facts->len; i++) {
        if (i) buf_text(&why, " or ");
        put_fact(&why, facts->items[i]);
    }
    if (claim->truth == UNCLEAR) buf_text(&why, ": they cannot be compared");
    return buf_str(&why);
}

// ---- The answers

static void check_claims(const DetectInput *in, const FactTest *test, Claims *claims,
                         Finding *out) {
    Facts facts = valid_facts(in, test);
    size_t counts[] = {[RIGHT] = 0, [WRONG] = 0, [UNCLEAR] = 0};
    out->why = find_obstacle(in, test, &facts);
    if (out->why.len) return;
    vec_each(Claim, claim, claims) {
        claim->truth = judge(claim, &facts);
        counts[claim->truth]++;
        if (test->wants == WANTS_RIGHT || claim->truth != RIGHT)
            finding_add_hit(in, out, claim->hit);
    }
    bool wrong = test->wants == WANTS_WRONG;
    out->known = counts[WRONG] || !counts[UNCLEAR];
    out->holds = out->known && wrong == (counts[WRONG] > 0);
    out->value = (double)counts[wrong ? WRONG : RIGHT];
    out->why = explain(in, claims, &facts);
}

static AmountOrder compare_claims(const Claim *a, const Claim *b) {
    if (a->is_amount && b->is_amount) return amount_compare(&a->amount, &b->amount);
    if (str_eq_fold(a->value, b->value)) return AMOUNTS_SAME;
    return a->is_amount == b->is_amount ? AMOUNTS_DIFFER : AMOUNTS_INCOMPARABLE;
}

enum { VALUES_MAX = 16 }; // more than anybody needs to contradict themselves

typedef struct {
    const Claim *values[VALUES_MAX]; // no two the same
    size_t count;
    const Claim *pair[2]; // that differ or, until such are found, cannot be compared
    bool differ;
} Contrast;

static void add_claim(Contrast *contrast, const Claim *claim) {
    for (size_t i = 0; i < contrast->count; i++) {
        AmountOrder order = compare_claims(contrast->values[i], claim);
        if (order == AMOUNTS_SAME) return;
        bool better = order == AMOUNTS_DIFFER ? !contrast->differ : !contrast->pair[0];
        contrast->differ |= order == AMOUNTS_DIFFER;
        if (!better) continue;
        contrast->pair[0] = contrast->values[i];
        contrast->pair[1] = claim;
    }
    if (contrast->count < VALUES_MAX) contrast->values[contrast->count++] = claim;
}

static void find_contradiction(const DetectInput *in, const Claims *claims,
                               Finding *out) {
    Contrast contrast = {0};
    vec_each(const Claim, claim, claims) {
        add_claim(&contrast, claim);
        finding_add_hit(in, out, claim->hit);
    }
    const Claim *first = contrast.pair[0] ? contrast.pair[0] : &claims->items[0];
    out->known = contrast.differ || !contrast.pair[0];
    out->holds = contrast.differ;
    out->value = (double)contrast.count;
    out->why = contrast.pair[0]
                   ? str_format(in->scratch, "said %.*s, then %.*s%s",
                                STR_ARG(first->value), STR_ARG(contrast.pair[1]->value),
                                out->known ? "" : ": they cannot be compared")
                   : str_format(in->scratch, "said %.*s", STR_ARG(first->value));
}

static void fact_run(const DetectInput *in, const void *params, Finding *out) {
    const FactTest *test = params;
    out->why = patterns_obstacle(in);
    if (!out->why.len) out->why = role_obstacle(in, detector_speaker(in));
    if (out->why.len) return;
    const Hits *said = hits_said(in, &test->any, test->negation);
    Claims claims = collect(in, said);
    out->known = !claims.len;
    if (!claims.len)
        out->why = STR("not mentioned");
    else if (test->wants == WANTS_CONTRADICTION)
        find_contradiction(in, &claims, out);
    else
        check_claims(in, test, &claims, out);
}

static const char *fact_check(const void *params) {
    const FactTest *test = params;
    const FactTable *table = test->table;
    if (!table && test->wants != WANTS_CONTRADICTION)
        return "needs a 'table', unless it wants a contradiction";
    if (!table) return NULL;
    if (!test->name.len) return "has a 'table' and no 'fact'";
    return table->broken || fact_table_has(table, test->name)
               ? NULL
               : "asks for a 'fact' that its 'table' does not have";
}

const DetectorKind KIND_FACT = {
    .name = "fact",
    .summary = "a value that was said, compared with a table of facts",
    .fields = FIELDS,
    .params_size = sizeof(FactTest),
    .defaults = &DEFAULTS,
    .check = fact_check,
    .rests_on_words = true,
    .run = fact_run,
};
