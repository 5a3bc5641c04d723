// What was learned, as a file that uses the rubric and changes the one detector.
#include "cli/learn_view.h"
#include "learn/example.h"

static void put_share(Buf *out, Proportion share) {
    if (share.known)
        buf_format(out, "%.3f (%.3f-%.3f)", share.value, share.low, share.high);
    else
        buf_byte(out, '-');
}

static void put_figures(Buf *out, const char *name, const Confusion *seen) {
    buf_format(out, "# %s: precision ", name);
    put_share(out, confusion_precision(seen));
    buf_text(out, ", recall ");
    put_share(out, confusion_recall(seen));
    buf_text(out, ", F1 ");
    put_share(out, confusion_f1(seen));
    buf_byte(out, '\n');
}

static void put_head(Buf *out, const LearnView *view) {
    const LearnOutcome *outcome = view->outcome;
    const Rubric *rubric = view->plan->rubric;
    const LearnTrial *trial = &outcome->trials[outcome->taken];
    buf_text(out, "# Written by 'callmark learn' from ");
    vec_each(const Str, file, &view->files)
        buf_format(out, "%s%.*s", file == view->files.items ? "" : ", ", STR_ARG(*file));
    buf_format(out,
               ":\n# %llu turns of %u dialogues, %llu to be found, hash %s;\n"
               "# %.*s has hash %s.\n",
               (unsigned long long)outcome->before.turns, outcome->data.set->dialogues,
               (unsigned long long)outcome->before.positives, view->hash,
               STR_ARG(rubric->id), rubric->hash);
    if (view->judged)
        buf_format(out,
                   "# Verdicts on %.*s: %u calls by a turn that was named, %u in which "
                   "no turn is right.\n",
                   STR_ARG(view->judged->criterion), view->judged->earned,
                   view->judged->denied);
    put_figures(out, "As it was", &outcome->before);
    put_figures(out, "Learned, by folds", &trial->seen);
    buf_format(out, "# F1 rises in %.1f %% of %d resamples of the dialogues.\n",
               trial->rises * 100.0 / LEARN_RESAMPLES, LEARN_RESAMPLES);
    if (!rubric->is_pack) buf_format(out, "rubric: %.*s\n", STR_ARG(rubric->id));
    buf_format(out, "use: %.*s\n\n", STR_ARG(view->use));
}

static void put_figure(Buf *out, const LearnView *view, LearnWay way,
                       const LearnedPhrase *phrase) {
    const LearnData *data = &view->outcome->data;
    CandidateFigure figure =
        candidate_figure(data, phrase_rows(data, way, phrase), phrase->points < 0);
    buf_format(out, "  # right %llu of %llu\n", (unsigned long long)figure.right,
               (unsigned long long)figure.seen);
}

// The patterns of an overlay, or its exceptions.
static void put_patterns(Buf *out, const LearnView *view, const char *field, bool adds) {
    const Learned *learned = &view->outcome->trials[LEARN_OVERLAY].learned;
    bool any = false;
    vec_each(const LearnedPhrase, phrase, &learned->phrases) {
        if ((phrase->points > 0) != adds) continue;
        if (!any) buf_format(out, "    %s:\n", field);
        any = true;
        buf_text(out, "      - ");
        pattern_put(out, view->outcome->candidates.items[phrase->candidate].text);
        put_figure(out, view, LEARN_OVERLAY, phrase);
    }
}

static void put_example(Buf *out, const LearnView *view, bool match) {
    Str rest = learn_example(out->arena, view->plan, &view->outcome->data,
                             &view->outcome->trials[LEARN_POINTS].learned, match);
    Str line;
    if (!rest.len) return;
    buf_format(out, "    %s:\n      - |\n", match ? "match" : "no_match");
    while (str_next(&rest, '\n', &line)) buf_format(out, "        %.*s\n", STR_ARG(line));
}

static void put_points(Buf *out, const LearnView *view, const Detector *detector) {
    const Learned *learned = &view->outcome->trials[LEARN_POINTS].learned;
    buf_format(out, "detectors:\n  %.*s:\n    kind: weigh\n", STR_ARG(detector->name));
    if (detector->role != ROLE_UNKNOWN)
        buf_format(out, "    role: %.*s\n", STR_ARG(role_name(detector->role)));
    if (detector->about.len) {
        buf_text(out, "    about: ");
        buf_json(out, detector->about);
        buf_byte(out, '\n');
    }
    buf_text(out, "    phrases:\n");
    vec_each(const LearnedPhrase, phrase, &learned->phrases) {
        buf_text(out, "      - {");
        candidate_put(out, &view->outcome->candidates.items[phrase->candidate]);
        buf_format(out, ", points: %d}", phrase->points);
        put_figure(out, view, LEARN_POINTS, phrase);
    }
    buf_format(out, "    enough: %d\n", learned->enough);
    put_example(out, view, true);
    put_example(out, view, false);
}

void learn_put_yaml(Buf *out, const LearnView *view) {
    const Detector *detector = &view->plan->rubric->detectors.items[view->plan->detector];
    put_head(out, view);
    if (view->outcome->taken == LEARN_POINTS) {
        put_points(out, view, detector);
        return;
    }
    buf_format(out, "extend:\n  %.*s:\n", STR_ARG(detector->name));
    put_patterns(out, view, "any", true);
    put_patterns(out, view, "unless", false);
}
