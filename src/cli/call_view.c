#include "cli/call_view.h"

#include "call/language_obstacle.h"
#include "call/part.h"
#include "detect/hits.h"
#include "detect/weigh.h"
#include "match/matcher.h"
#include "rubric/proof.h"
#include "score/record.h"
#include "score/share.h"
#include "tally/tally.h"

enum { ROLE_WIDTH = 12 };

static void put_start(Buf *out, int64_t at_ms) {
    Str clock = at_ms == NO_TIME ? STR("-") : clock_format(out->arena, at_ms);
    buf_format(out, "%7.*s", STR_ARG(clock));
}

static void put_turn_head(Buf *out, const Call *call, size_t t) {
    const Turn *turn = &call->turns.items[t];
    buf_format(out, "%4zu ", t + 1);
    put_start(out, turn->start_ms);
    size_t from = out->len;
    buf_format(out, "  %.*s", STR_ARG(role_name(turn->role)));
    if (turn->agent) buf_format(out, " %u", turn->agent);
    buf_byte(out, ' ');
    buf_pad(out, from, ROLE_WIDTH);
}

static void put_roles(Buf *out, const Call *call) {
    Str words = roles_words(out->arena, call->roles, call->roles_percent);
    if (words.len) buf_format(out, "%.*s\n", STR_ARG(words));
}

static void put_language(Buf *out, const CallView *in) {
    Str words = language_obstacle(out->arena, in->call, in->rubric->language);
    if (words.len) buf_format(out, "%.*s\n", STR_ARG(words));
}

void view_turns(Buf *out, const CallView *in) {
    put_roles(out, in->call);
    put_language(out, in);
    for (size_t t = 0; t < in->call->turns.len; t++) {
        put_turn_head(out, in->call, t);
        buf_line(out, in->call->turns.items[t].text);
        buf_byte(out, '\n');
    }
}

// What is seen of the bytes `start` to `end` of a turn as it was read.
static Str seen_words(const CallView *in, uint32_t turn, uint32_t start, uint32_t end) {
    masks_move(in->masks, turn, &start, &end);
    return str_slice(in->call->turns.items[turn].text, start, end);
}

// Where words of the folded text that matching had were written.
static TurnSpan written_span(const CallView *in, TurnSpan span) {
    const DetectInput *found = &in->found->in;
    const Folded *folded = turn_folded(found, span.turn);
    span.start = fold_start(folded, span.start);
    span.end = fold_end(folded, span.end);
    return joined_written(&found->joined, span);
}

// What is seen of them: the folded text itself where it is one turn's as it was written,
// and nothing is masked in it.
static Str seen_folded(const CallView *in, uint32_t turn, uint32_t start, uint32_t end) {
    const DetectInput *found = &in->found->in;
    const Folded *folded = turn_folded(found, turn);
    TurnSpan words = written_span(in, (TurnSpan){turn, start, end});
    bool is_itself = !found->joined.turns && !masks_of_turn(in->masks, turn);
    if (is_itself) return str_slice(folded->text, start, end);
    return seen_words(in, words.turn, words.start, words.end);
}

void view_folded(Buf *out, const CallView *in) {
    for (size_t t = 0; t < in->call->turns.len; t++) {
        if (in->call->turns.items[t].elsewhere) continue;
        put_turn_head(out, in->call, t);
        Str text = in->call->turns.items[t].text;
        if (!masks_of_turn(in->masks, (uint32_t)t))
            text = text_fold_without(out->arena, text, in->found->in.passed).text;
        buf_line(out, text);
        buf_byte(out, '\n');
    }
}

// Whose it is, where it stands, and how it is written; several detectors may have it.
static void put_pattern(Buf *out, const Rubric *rubric, uint32_t pattern) {
    const char *before = "";
    vec_each(const Detector, detector, &rubric->detectors)
        vec_each(const WrittenPattern, written, &detector->patterns) {
            if (written->pattern != pattern) continue;
            Str place = place_words(out->arena, written->place);
            buf_format(out, "%s%.*s %s %.*s", before, STR_ARG(detector->name),
                       written->field, STR_ARG(place));
            before = ", ";
        }
    Str text = rubric->origins.items[pattern].expansion.written;
    buf_format(out, ": %.*s\n", STR_ARG(str_trim(text)));
}

static void put_hit(Buf *out, const CallView *in, const Hit *hit) {
    TurnSpan span = {hit->turn, hit->start, hit->end};
    Str words = seen_folded(in, hit->turn, hit->start, hit->end);
    if (in->found->in.joined.turns) span = written_span(in, span);
    buf_format(out, "turn %-4u %4u-%-4u '", span.turn + 1, span.start, span.end);
    buf_line(out, words);
    buf_text(out, "'  by ");
    put_pattern(out, in->rubric, hit->pattern);
}

void view_hits(Buf *out, const CallView *in) {
    HitList *hits = in->found->in.hits;
    hits_ask_all(hits);
    for (uint32_t p = 0; p < patterns_count(in->rubric->patterns); p++) {
        HitSlice found = hits_of(hits, p);
        for (size_t i = 0; i < found.len; i++) put_hit(out, in, &found.items[i]);
    }
    vec_each(const GaveUp, up, &hits->gave_up) {
        buf_format(out, "turn %-4u gave up: ", up->turn + 1);
        put_pattern(out, in->rubric, up->pattern);
    }
}

static void put_evidence(Buf *out, const CallView *in, const Evidence *heard) {
    const Evidence written = evidence_written(&in->found->in, heard), *item = &written;
    buf_format(out, "    turn %u: ", item->turn + 1);
    if (item->phrase)
        buf_format(out, "%.*s %+d: ", STR_ARG(item->phrase->name), item->phrase->points);
    buf_line(out, seen_words(in, item->turn, item->start, item->end));
    buf_byte(out, '\n');
}

void view_findings(Buf *out, const CallView *in) {
    for (uint32_t d = 0; d < in->rubric->detectors.len; d++) {
        const Finding *finding = findings_explain(in->found, d);
        const char *answer = !finding->known ? "unknown" : finding->holds ? "yes" : "no";
        buf_format(out, "%-24.*s %-7s %g", STR_ARG(in->rubric->detectors.items[d].name),
                   answer, finding->value);
        if (finding->why.len) buf_format(out, "  (%.*s)", STR_ARG(finding->why));
        buf_byte(out, '\n');
        vec_each(const Evidence, item, &finding->evidence) put_evidence(out, in, item);
    }
}

// Decided, and no part of the score.
static bool is_apart(const Mark *mark) {
    return mark->uncounted && mark_is_decided(mark);
}

static void put_mark(Buf *out, const Mark *mark) {
    buf_format(out, "%-14.*s %.*s/%.*s", STR_ARG(verdict_words(mark->verdict)),
               STR_ARG(mark->principle), STR_ARG(mark->criterion));
    if (is_apart(mark)) buf_text(out, " (not counted)");
    buf_text(out, mark->why.len ? ": " : "");
    buf_line(out, mark->why);
    buf_byte(out, '\n');
}

static void put_quote(Buf *out, const Quote *quote) {
    buf_format(out, "    turn %u, %.*s, %.*s", quote->turn,
               STR_ARG(role_name(quote->role)), STR_ARG(quote->origin->detector));
    if (quote->origin->phrase.len)
        buf_format(out, " (%.*s %+d)", STR_ARG(quote->origin->phrase),
                   quote->origin->points);
    buf_text(out, ": ");
    buf_line(out, quote->quote);
    buf_byte(out, '\n');
}

static void put_score(Buf *out, const char *name, Str id, int32_t score) {
    buf_format(out, "%s%.*s ", name, STR_ARG(id));
    if (score == NO_SCORE)
        buf_text(out, "not assessable");
    else
        buf_decimal(out, score, 1);
}

// Criteria that are not observable have no mark.
static bool is_marked(const Scorecard *card, Str principle) {
    vec_each(const Mark, mark, &card->marks)
        if (str_eq(mark->principle, principle)) return true;
    return false;
}

// Whether all that was decided of a principle is for a person to check.
static bool is_unproven(const Scorecard *card, const PrincipleScore *item) {
    bool any = false;
    vec_each(const Mark, mark, &card->marks)
        any |= str_eq(mark->principle, item->id) && is_apart(mark);
    return any && item->score == NO_SCORE;
}

// Whether the call gave occasion for none of its criteria.
static bool is_not_applicable(const Scorecard *card, Str principle) {
    vec_each(const Mark, mark, &card->marks)
        if (str_eq(mark->principle, principle) && mark->verdict != VERDICT_NOT_APPLICABLE)
            return false;
    return true;
}

static void put_principle(Buf *out, const Scorecard *card, const PrincipleScore *item) {
    if (is_unproven(card, item))
        buf_format(out, "  %.*s for a person to check", STR_ARG(item->id));
    else if (is_marked(card, item->id) && is_not_applicable(card, item->id))
        buf_format(out, "  %.*s not applicable", STR_ARG(item->id));
    else if (is_marked(card, item->id))
        put_score(out, "  ", item->id, item->score);
    else
        buf_format(out, "  %.*s not to be seen in a transcript", STR_ARG(item->id));
    buf_byte(out, '\n');
}

static void put_scores(Buf *out, const Scorecard *card) {
    Str judged = judged_words(out->arena, card);
    if (card->too_little.len)
        buf_format(out, "too little to judge: %.*s", STR_ARG(card->too_little));
    else
        put_score(out, "score", (Str){0}, card->score);
    if (card->band.len)
        buf_format(out, ", %.*s, %.*s", STR_ARG(card->band), STR_ARG(judged));
    if (card->uncapped != card->score) {
        buf_text(out, ", without caps ");
        buf_decimal(out, card->uncapped, 1);
    }
    vec_each(const Str, flag, &card->flags) buf_format(out, ", %.*s", STR_ARG(*flag));
    buf_byte(out, '\n');
    vec_each(const PrincipleScore, item, &card->principles)
        put_principle(out, card, item);
}

// What does not count, and why; first what would fail, cap or flag the call if it did.
static void put_apart(Buf *out, const CallView *in) {
    if (!in->card->unproven) return;
    Proven proven = rubric_proven(in->rubric);
    buf_format(out, "\nfor a person to check, not counted (%.*s):\n",
               STR_ARG(proven_words(out->arena, &proven)));
    for (int critical = 1; critical >= 0; critical--)
        vec_each(const Mark, mark, &in->card->marks) {
            uint32_t index = criterion_index(in->rubric, mark->criterion);
            const Criterion *criterion = &in->rubric->criteria.items[index];
            if (!is_apart(mark) || (criterion->critical != CRITICAL_NO) != critical)
                continue;
            buf_format(out, "  %-14.*s %.*s/%.*s: %.*s\n",
                       STR_ARG(verdict_words(mark->verdict)), STR_ARG(mark->principle),
                       STR_ARG(mark->criterion), STR_ARG(criterion->uncounted));
        }
}

void view_marks(Buf *out, const CallView *in) {
    put_scores(out, in->card);
    vec_each(const Mark, mark, &in->card->marks) {
        put_mark(out, mark);
        vec_each(const Quote, quote, &mark->quotes) put_quote(out, quote);
    }
    put_apart(out, in);
}

void view_record(Buf *out, const CallView *in) { record_put_json(out, in->card); }

// How many marks rest on the byte at `at` of turn `turn` (counted from 1).
static bool is_evidence(const Scorecard *card, uint32_t turn, size_t at) {
    vec_each(const Mark, mark, &card->marks)
        vec_each(const Quote, quote, &mark->quotes)
            if (quote->turn == turn && at >= quote->start && at < quote->end) return true;
    return false;
}

static void put_marked_text(Buf *out, const CallView *in, uint32_t turn) {
    Str text = in->call->turns.items[turn - 1].text;
    const char *on = in->colour ? "\033[1;33m" : "[", *off = in->colour ? "\033[0m" : "]";
    bool marked = false;
    for (size_t i = 0; i < text.len; i++) {
        bool evidence = is_evidence(in->card, turn, i);
        if (evidence != marked) buf_text(out, evidence ? on : off);
        marked = evidence;
        buf_line(out, str_slice(text, i, i + 1));
    }
    if (marked) buf_text(out, off);
    buf_byte(out, '\n');
}

// A verdict stands beside the last turn it rests on.
static bool decides(const Mark *mark, uint32_t turn) {
    return mark->quotes.len && mark->quotes.items[mark->quotes.len - 1].turn == turn;
}

static void put_verdict(Buf *out, const Mark *mark, const char *margin) {
    buf_text(out, margin);
    put_mark(out, mark);
}

static void put_title(Buf *out, const Scorecard *card) {
    buf_text(out, "call ");
    buf_line(out, card->call);
    buf_text(out, card->agent.len ? ", agent " : "");
    buf_line(out, card->agent);
    buf_text(out, card->agent_name.len ? ", " : "");
    buf_line(out, card->agent_name);
    Str part = part_words(out->arena, &card->part);
    if (part.len) buf_format(out, ", %.*s", STR_ARG(part));
    buf_byte(out, '\n');
}

void view_call(Buf *out, const CallView *in) {
    put_title(out, in->card);
    put_roles(out, in->call);
    put_language(out, in);
    put_scores(out, in->card);
    buf_byte(out, '\n');
    for (uint32_t turn = 1; turn <= in->call->turns.len; turn++) {
        if (in->call->turns.items[turn - 1].elsewhere) continue;
        put_turn_head(out, in->call, turn - 1);
        put_marked_text(out, in, turn);
        vec_each(const Mark, mark, &in->card->marks)
            if (decides(mark, turn))
                put_verdict(out, mark, "                           > ");
    }
    const char *heading = "\nwithout words to show:\n";
    vec_each(const Mark, mark, &in->card->marks) {
        if (mark->quotes.len) continue;
        buf_text(out, heading);
        put_verdict(out, mark, "  ");
        heading = "";
    }
    put_apart(out, in);
}
