// Figures and errors for other programs: CSV, NDJSON, and the quality file.
#include "cli/accuracy_view.h"

#include "base/file.h"

#include <math.h>

static void put_share(Buf *out, double share) {
    buf_decimal(out, lround(share * 1000), 3);
}

static Str detector_of(const AccuracyView *view, const AccuracyError *error) {
    return view->rubric->detectors.items[error->detector].name;
}

static Str quote_of(const AccuracyError *error) {
    return str_slice(error->text, error->start, error->end);
}

// ---- CSV

static void put_cells(Buf *out, Proportion share) {
    const double parts[] = {share.value, share.low, share.high};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_byte(out, ',');
        if (share.known) put_share(out, parts[i]);
    }
}

static void put_names(Buf *out, const Texts *names) {
    Buf cell = {.arena = out->arena};
    vec_each(const Str, name, names)
        buf_format(&cell, "%s%.*s", name == names->items ? "" : ";", STR_ARG(*name));
    buf_csv(out, buf_str(&cell));
}

static void put_rows(Buf *out, const char *what, const Figures *figures, Macro macro) {
    vec_each(const Figure, figure, figures) {
        const Confusion *seen = figure->seen;
        buf_format(out, "%s,", what);
        buf_csv(out, figure->name);
        buf_byte(out, ',');
        put_names(out, &figure->against);
        buf_format(out, ",%llu,%llu,%llu,%llu,%llu", (unsigned long long)seen->turns,
                   (unsigned long long)seen->positives, (unsigned long long)seen->found,
                   (unsigned long long)seen->true_positives,
                   (unsigned long long)seen->unknown);
        put_cells(out, confusion_precision(seen));
        put_cells(out, confusion_recall(seen));
        put_cells(out, confusion_f1(seen));
        buf_byte(out, '\n');
    }
    buf_format(out, "macro,%s,,,,,,,,,,,,,", what);
    if (macro.of) put_share(out, macro.f1);
    buf_text(out, ",,\n");
}

static void put_figures_csv(Buf *out, const AccuracyView *view) {
    buf_text(out, "measured,name,against,turns,positives,found,true_positives,unknown,"
                  "precision,precision_low,precision_high,recall,recall_low,recall_high,"
                  "f1,f1_low,f1_high\n");
    put_rows(out, "detector", &view->detectors, view->detector_macro);
    put_rows(out, "label", &view->labels, view->label_macro);
}

static void put_error_csv(Buf *out, const AccuracyView *view,
                          const AccuracyError *error) {
    buf_format(out, "%s,%.*s,", error_name(error->type),
               STR_ARG(detector_of(view, error)));
    buf_csv(out, error->place.path);
    buf_format(out, ",%u,", error->place.line);
    buf_csv(out, error->call);
    buf_format(out, ",%u,%.*s,", error->turn + 1, STR_ARG(role_name(error->role)));
    buf_csv(out, error->labels);
    buf_byte(out, ',');
    buf_csv(out, quote_of(error));
    buf_byte(out, ',');
    buf_csv(out, error->text);
    buf_byte(out, '\n');
}

void accuracy_put_csv(Buf *out, const AccuracyView *view) {
    if (!view->with_errors) {
        put_figures_csv(out, view);
        return;
    }
    buf_text(out, "error,detector,file,line,dialogue,turn,role,labels,quote,text\n");
    vec_each(const AccuracyError *const, error, &view->errors)
        put_error_csv(out, view, *error);
}

// ---- NDJSON

static void put_list(Buf *out, const Texts *texts) {
    buf_byte(out, '[');
    vec_each(const Str, text, texts) {
        if (text != texts->items) buf_byte(out, ',');
        buf_json(out, *text);
    }
    buf_byte(out, ']');
}

// [value, low, high]
static void put_triple(Buf *out, Proportion share, const char *between) {
    const double parts[] = {share.value, share.low, share.high};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_text(out, i ? between : "[");
        put_share(out, parts[i]);
    }
    buf_byte(out, ']');
}

static void put_member(Buf *out, const char *name, Proportion share) {
    buf_format(out, ",\"%s\":", name);
    if (share.known)
        put_triple(out, share, ",");
    else
        buf_text(out, "null");
}

static void put_objects(Buf *out, const char *what, const char *against,
                        const Figures *figures) {
    vec_each(const Figure, figure, figures) {
        const Confusion *seen = figure->seen;
        buf_format(out, "{\"%s\":", what);
        buf_json(out, figure->name);
        buf_format(out, ",\"%s\":", against);
        put_list(out, &figure->against);
        buf_format(out,
                   ",\"turns\":%llu,\"positives\":%llu,\"found\":%llu,"
                   "\"true_positives\":%llu,\"unknown\":%llu",
                   (unsigned long long)seen->turns, (unsigned long long)seen->positives,
                   (unsigned long long)seen->found,
                   (unsigned long long)seen->true_positives,
                   (unsigned long long)seen->unknown);
        put_member(out, "precision", confusion_precision(seen));
        put_member(out, "recall", confusion_recall(seen));
        put_member(out, "f1", confusion_f1(seen));
        buf_text(out, "}\n");
    }
}

static void put_macro(Buf *out, const char *what, Macro macro) {
    buf_text(out, "{\"macro_f1\":");
    if (macro.of)
        put_share(out, macro.f1);
    else
        buf_text(out, "null");
    buf_format(out, ",\"%s\":%u}\n", what, macro.of);
}

static void put_text_member(Buf *out, const char *name, Str text) {
    buf_format(out, ",\"%s\":", name);
    buf_json(out, text);
}

static void put_error_json(Buf *out, const AccuracyView *view,
                           const AccuracyError *error) {
    buf_format(out, "{\"error\":\"%s\"", error_name(error->type));
    put_text_member(out, "detector", detector_of(view, error));
    put_text_member(out, "file", error->place.path);
    buf_format(out, ",\"line\":%u", error->place.line);
    put_text_member(out, "dialogue", error->call);
    buf_format(out, ",\"turn\":%u", error->turn + 1);
    put_text_member(out, "role", role_name(error->role));
    put_text_member(out, "labels", error->labels);
    put_text_member(out, "quote", quote_of(error));
    put_text_member(out, "text", error->text);
    buf_text(out, "}\n");
}

void accuracy_put_ndjson(Buf *out, const AccuracyView *view) {
    put_objects(out, "detector", "labels", &view->detectors);
    put_macro(out, "detectors", view->detector_macro);
    put_objects(out, "label", "detectors", &view->labels);
    put_macro(out, "labels", view->label_macro);
    vec_each(const AccuracyError *const, error, &view->errors)
        put_error_json(out, view, *error);
}

// ---- The quality file

static void put_field(Buf *out, const char *name, Proportion share) {
    if (!share.known) return;
    buf_format(out, "    %s: ", name);
    put_triple(out, share, ", ");
    buf_byte(out, '\n');
}

static void put_quality(Buf *out, const Figure *figure) {
    const Confusion *seen = figure->seen;
    buf_format(out, "  %.*s:\n    labels: ", STR_ARG(figure->name));
    put_list(out, &figure->against);
    buf_format(out, "\n    turns: %llu\n    positives: %llu\n    found: %llu\n",
               (unsigned long long)seen->turns, (unsigned long long)seen->positives,
               (unsigned long long)seen->found);
    put_field(out, "precision", confusion_precision(seen));
    put_field(out, "recall", confusion_recall(seen));
    put_field(out, "f1", confusion_f1(seen));
}

void accuracy_put_quality(Buf *out, const AccuracyView *view) {
    Texts names = {0};
    vec_each(const Str, file, &view->files)
        *vec_push(out->arena, &names) = path_base(*file);
    buf_text(out, "# How often detectors were right; written by 'callmark measure'.\n"
                  "measured:\n");
    buf_format(out,
               "  rubric: %.*s\n  hash: \"%s\"\n  files: ", STR_ARG(view->rubric->id),
               view->rubric->hash);
    put_list(out, &names);
    if (view->part.of)
        buf_format(out, "\n  part: %u/%u", view->part.number, view->part.of);
    buf_format(out, "\n  dialogues: %llu\n  turns: %llu\ndetectors:\n",
               (unsigned long long)view->dialogues, (unsigned long long)view->turns);
    vec_each(const Figure, figure, &view->detectors) put_quality(out, figure);
}
