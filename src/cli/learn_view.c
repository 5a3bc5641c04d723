// What was learned, as text for a person.
#include "cli/learn_view.h"

#include <math.h>
#include <stdlib.h>

enum {
    SHOWN_CANDIDATES = 20,
    SHOWN_DISAGREEMENTS = 20,
    NAME_WIDTH = 10,
    SHARE_WIDTH = 18,
    PHRASE_WIDTH = 36
};

CandidateFigure candidate_figure(const LearnData *data, const Rows *rows, bool against) {
    CandidateFigure figure = {0};
    vec_each(const uint32_t, row, rows) {
        bool right = data->positive[*row] != against;
        figure.seen++;
        figure.right += right;
        if (right && !figure.quoted) figure.quoted = &data->set->turns.items[*row];
    }
    return figure;
}

const Rows *phrase_rows(const LearnData *data, LearnWay way,
                        const LearnedPhrase *phrase) {
    const Candidate *candidate = &data->candidates->items[phrase->candidate];
    if (way == LEARN_POINTS) return &candidate->turns;
    return phrase->points > 0 ? &candidate->adds : &candidate->undoes;
}

void pattern_put(Buf *out, Str text) {
    buf_byte(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\'') buf_byte(out, '\'');
        buf_byte(out, text.ptr[i]);
    }
    buf_byte(out, '\'');
}

void candidate_put(Buf *out, const Candidate *candidate) {
    static const char *const BY[] = {"say", "find", "after", "echo", "words"};
    buf_format(out, "%s: ", BY[candidate->by]);
    if (candidate->by == WEIGH_SAY) {
        pattern_put(out, candidate->text);
    } else if (candidate->by == WEIGH_WORDS) {
        size_t cut = str_index(candidate->text, 0, ' ');
        buf_format(out, "{%.*s: %.*s}", (int)cut, candidate->text.ptr,
                   STR_ARG(str_slice(candidate->text, cut + 1, candidate->text.len)));
    } else {
        buf_put(out, candidate->text);
    }
}

// ---- Figures

static void put_share(Buf *out, Proportion share) {
    Str text = STR("-");
    if (share.known)
        text = str_format(out->arena, "%.1f (%.1f-%.1f)", share.value * 100,
                          share.low * 100, share.high * 100);
    buf_format(out, "  %-*.*s", SHARE_WIDTH, STR_ARG(text));
}

static void put_confusion(Buf *out, const char *name, const Confusion *seen) {
    buf_format(out, "%-*s", NAME_WIDTH, name);
    put_share(out, confusion_precision(seen));
    put_share(out, confusion_recall(seen));
    put_share(out, confusion_f1(seen));
}

static const char *way_name(int way) {
    return way == LEARN_OVERLAY ? "overlay" : "points";
}

static void put_trial(Buf *out, const LearnTrial *trial, int way) {
    if (!trial->tried) return;
    put_confusion(out, way_name(way), &trial->seen);
    buf_format(out, "  %-13.1f  %.1f to %.1f\n", trial->rises * 100.0 / LEARN_RESAMPLES,
               trial->worst[0] * 100, trial->worst[1] * 100);
}

static void put_judged(Buf *out, const JudgedCalls *judged) {
    buf_format(
        out,
        "by the verdicts on '%.*s': %u call%s by a turn that was named, %u in which "
        "no turn is right, %u not used\n",
        STR_ARG(judged->criterion), judged->earned, judged->earned == 1 ? "" : "s",
        judged->denied, judged->unused);
}

static void put_figures(Buf *out, const LearnView *view) {
    const LearnOutcome *outcome = view->outcome;
    const LearnSet *set = outcome->data.set;
    Str name = view->plan->rubric->detectors.items[view->plan->detector].name;
    buf_format(out,
               "%.*s: %llu turns of %u dialogues, in %llu it is to be found; "
               "%u folds of whole %s\n",
               STR_ARG(name), (unsigned long long)outcome->before.turns, set->dialogues,
               (unsigned long long)outcome->before.positives, outcome->folds,
               set->agents_known ? "agents" : "dialogues");
    if (view->judged) put_judged(out, view->judged);
    buf_byte(out, '\n');
    buf_format(out, "%-*s  %-*s  %-*s  %-*s  %-13s  %s\n", NAME_WIDTH, "", SHARE_WIDTH,
               "precision", SHARE_WIDTH, "recall", SHARE_WIDTH, "F1", "F1 rises in %",
               "F1 in the worst fold");
    put_confusion(out, "as it is", &outcome->before);
    while (out->len && out->ptr[out->len - 1] == ' ') out->len--;
    buf_byte(out, '\n');
    for (int way = 0; way < LEARN_WAYS; way++) put_trial(out, &outcome->trials[way], way);
    buf_byte(out, '\n');
}

// ---- Phrases

static void put_quotation(Buf *out, const LearnTurn *turn) {
    if (!turn) return;
    buf_text(out, "  \"");
    buf_line(out, turn->text);
    buf_byte(out, '"');
}

static void put_phrase(Buf *out, const LearnView *view, int way,
                       const LearnedPhrase *phrase) {
    const LearnData *data = &view->outcome->data;
    size_t from = out->len;
    CandidateFigure figure = candidate_figure(
        data, phrase_rows(data, (LearnWay)way, phrase), phrase->points < 0);
    if (way == LEARN_POINTS && phrase->points)
        buf_format(out, "%+4d  ", phrase->points);
    else if (way == LEARN_POINTS)
        buf_text(out, "  ");
    else
        buf_text(out, phrase->points > 0 ? "any     " : "unless  ");
    const Candidate *candidate = &data->candidates->items[phrase->candidate];
    if (way == LEARN_POINTS)
        candidate_put(out, candidate);
    else
        pattern_put(out, candidate->text);
    buf_pad(out, from, PHRASE_WIDTH);
    buf_format(out, "  right %llu of %llu", (unsigned long long)figure.right,
               (unsigned long long)figure.seen);
    put_quotation(out, figure.quoted);
    buf_byte(out, '\n');
}

static void put_phrases(Buf *out, const LearnView *view) {
    int way = view->outcome->taken;
    const Learned *learned = &view->outcome->trials[way].learned;
    if (way == LEARN_POINTS)
        buf_format(out, "Take the points: a turn with %d is found\n", learned->enough);
    else
        buf_text(out, "Take the overlay:\n");
    vec_each(const LearnedPhrase, phrase, &learned->phrases)
        put_phrase(out, view, way, phrase);
}

// ---- Candidates alone

typedef struct {
    double worth;
    uint32_t number;
} Ranked;

static int by_worth(const void *a, const void *b) {
    const Ranked *x = a, *y = b;
    if (x->worth != y->worth) return x->worth > y->worth ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

// Right ones over what was found and is to be found: what each would be worth alone.
static void put_candidates(Buf *out, const LearnView *view) {
    const LearnOutcome *outcome = view->outcome;
    size_t count = outcome->candidates.len;
    Ranked *ranked = arena_array(out->arena, Ranked, count);
    for (uint32_t c = 0; c < count; c++) {
        CandidateFigure figure =
            candidate_figure(&outcome->data, &outcome->candidates.items[c].turns, false);
        ranked[c] = (Ranked){f1_of((double)figure.right, (double)figure.seen,
                                   (double)outcome->before.positives),
                             c};
    }
    if (count) qsort(ranked, count, sizeof *ranked, by_worth);
    buf_text(out, "Candidates:\n");
    for (size_t i = 0; i < count && i < SHOWN_CANDIDATES; i++)
        put_phrase(out, view, LEARN_POINTS, &(LearnedPhrase){ranked[i].number, 0});
}

// ---- Disagreements

// By how surely the phrases, learned from other folds, say the contrary of the label.
static void put_disagreements(Buf *out, const LearnView *view) {
    const LearnOutcome *outcome = view->outcome;
    const LearnTurns *turns = &outcome->data.set->turns;
    Ranked *ranked = arena_array(out->arena, Ranked, turns->len);
    for (uint32_t t = 0; t < turns->len; t++) {
        double sure = outcome->sureness[t];
        ranked[t] = (Ranked){outcome->data.positive[t] ? -sure : sure, t};
    }
    if (turns->len) qsort(ranked, turns->len, sizeof *ranked, by_worth);
    for (size_t i = 0; i < turns->len && i < SHOWN_DISAGREEMENTS; i++) {
        const LearnTurn *turn = &turns->items[ranked[i].number];
        if (ranked[i].worth <= 0) break;
        if (!i) buf_text(out, "\nIs the label wrong, or the phrases?\n");
        buf_format(out, "%.*s:%u: %.*s:%u: %s (%.*s): ", STR_ARG(turn->place.path),
                   turn->place.line, STR_ARG(turn->call), turn->turn,
                   turn->positive ? "labelled, hardly likely" : "likely, not labelled",
                   STR_ARG(turn->labels));
        buf_line(out, turn->text);
        buf_byte(out, '\n');
    }
}

void learn_put_text(Buf *out, const LearnView *view) {
    const LearnOutcome *outcome = view->outcome;
    put_figures(out, view);
    if (!outcome->sureness) {
        buf_format(out,
                   "Too little to learn from: it takes %d turns where it is to be "
                   "found, in two dialogues or more.\n",
                   LEARN_POSITIVES_LEAST);
        put_candidates(out, view);
        return;
    }
    if (outcome->taken < 0)
        buf_format(out,
                   "Leave it as it is: F1 must rise in %d %% of %d resamples of the "
                   "dialogues.\n",
                   LEARN_RISES_LEAST * 100 / LEARN_RESAMPLES, LEARN_RESAMPLES);
    else
        put_phrases(out, view);
    put_disagreements(out, view);
}
