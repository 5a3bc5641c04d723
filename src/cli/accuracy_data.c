// Figures and errors for other programs: CSV, NDJSON, and the quality file.
#include "cli/accuracy_view.h"

#include "base/file.h"
#include "base/json_out.h"
#include "base/listing.h"
#include "cli/quality_rest.h"

#include <math.h>

static int64_t thousandths(double share) { return llround(share * 1000); }

// ---- Figures

// Of a share: its value, and the bounds of its interval.
typedef struct {
    int64_t value, low, high; // thousandths, or INT64_MIN
} ShareCells;

typedef struct {
    Str measured, name, against; // against: by semicolons
    int64_t turns, positives, found, true_positives, unknown;
    ShareCells precision, recall, f1;
} FigureRow;

#define COLUMN(type, member) \
    { #member, type, offsetof(FigureRow, member) }
#define SHARE_COLUMNS(member)                                            \
    {#member, LIST_SHARE, offsetof(FigureRow, member.value)},            \
        {#member "_low", LIST_SHARE, offsetof(FigureRow, member.low)}, { \
#member "_high", LIST_SHARE, offsetof(FigureRow, member.high)    \
    }
static const ListColumn FIGURE_COLUMNS[] = {
    COLUMN(LIST_TEXT, measured),
    COLUMN(LIST_TEXT, name),
    COLUMN(LIST_TEXT, against),
    COLUMN(LIST_INT, turns),
    COLUMN(LIST_INT, positives),
    COLUMN(LIST_INT, found),
    COLUMN(LIST_INT, true_positives),
    COLUMN(LIST_INT, unknown),
    SHARE_COLUMNS(precision),
    SHARE_COLUMNS(recall),
    SHARE_COLUMNS(f1),
    {0},
};
static const ShareCells NO_SHARE = {INT64_MIN, INT64_MIN, INT64_MIN};

static ShareCells share_cells(Proportion share) {
    if (!share.known) return NO_SHARE;
    return (ShareCells){thousandths(share.value), thousandths(share.low),
                        thousandths(share.high)};
}

static Str joined(Arena *arena, const Texts *names) {
    Buf out = {.arena = arena};
    vec_each(const Str, name, names)
        buf_format(&out, "%s%.*s", name == names->items ? "" : ";", STR_ARG(*name));
    return buf_str(&out);
}

static void put_figures_csv(Buf *out, const char *what, const Figures *figures,
                            Macro macro) {
    vec_each(const Figure, figure, figures) {
        const Confusion *seen = figure->seen;
        const FigureRow row = {
            .measured = str_from(what),
            .name = figure->name,
            .against = joined(out->arena, &figure->against),
            .turns = (int64_t)seen->turns,
            .positives = (int64_t)seen->positives,
            .found = (int64_t)seen->found,
            .true_positives = (int64_t)seen->true_positives,
            .unknown = (int64_t)seen->unknown,
            .precision = share_cells(confusion_precision(seen)),
            .recall = share_cells(confusion_recall(seen)),
            .f1 = share_cells(confusion_f1(seen)),
        };
        list_put_csv(out, FIGURE_COLUMNS, &row);
    }
    const FigureRow mean = {STR("macro"), str_from(what), {0},       INT64_MIN,
                            INT64_MIN,    INT64_MIN,      INT64_MIN, INT64_MIN,
                            NO_SHARE,     NO_SHARE,       NO_SHARE};
    FigureRow row = mean;
    if (macro.of) row.f1.value = thousandths(macro.f1);
    list_put_csv(out, FIGURE_COLUMNS, &row);
}

// [value, low, high]
static void put_triple(Buf *out, Proportion share, Str separator) {
    const double parts[] = {share.value, share.low, share.high};
    buf_byte(out, '[');
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        json_put_decimal(out, separator, thousandths(parts[i]), 3);
    buf_byte(out, ']');
}

static void put_share(Buf *out, Str key, Proportion share) {
    if (!share.known) {
        json_put_null(out, key);
        return;
    }
    json_next(out, key);
    put_triple(out, share, STR(","));
}

static void put_figures_json(Buf *out, Str what, Str against, const Figures *figures) {
    vec_each(const Figure, figure, figures) {
        const Confusion *seen = figure->seen;
        buf_byte(out, '{');
        json_put_text(out, what, figure->name);
        json_put_texts(out, against, figure->against.items, figure->against.len);
        json_put_int(out, KEY("turns"), (int64_t)seen->turns);
        json_put_int(out, KEY("positives"), (int64_t)seen->positives);
        json_put_int(out, KEY("found"), (int64_t)seen->found);
        json_put_int(out, KEY("true_positives"), (int64_t)seen->true_positives);
        json_put_int(out, KEY("unknown"), (int64_t)seen->unknown);
        put_share(out, KEY("precision"), confusion_precision(seen));
        put_share(out, KEY("recall"), confusion_recall(seen));
        put_share(out, KEY("f1"), confusion_f1(seen));
        buf_text(out, "}\n");
    }
}

static void put_macro_json(Buf *out, Str what, Macro macro) {
    buf_byte(out, '{');
    if (macro.of)
        json_put_decimal(out, KEY("macro_f1"), thousandths(macro.f1), 3);
    else
        json_put_null(out, KEY("macro_f1"));
    json_put_int(out, what, macro.of);
    buf_text(out, "}\n");
}

// ---- Errors

typedef struct {
    Str error, detector, file, dialogue, role, labels, quote, text;
    uint32_t line, turn;
} ErrorRow;

#define ERROR_COLUMN(type, member) \
    { #member, type, offsetof(ErrorRow, member) }
static const ListColumn ERROR_COLUMNS[] = {
    ERROR_COLUMN(LIST_TEXT, error),
    ERROR_COLUMN(LIST_TEXT, detector),
    ERROR_COLUMN(LIST_TEXT, file),
    ERROR_COLUMN(LIST_COUNT, line),
    ERROR_COLUMN(LIST_TEXT, dialogue),
    ERROR_COLUMN(LIST_COUNT, turn),
    ERROR_COLUMN(LIST_TEXT, role),
    ERROR_COLUMN(LIST_TEXT, labels),
    ERROR_COLUMN(LIST_TEXT, quote),
    ERROR_COLUMN(LIST_TEXT, text),
    {0},
};

typedef void PutRow(Buf *out, const ListColumn *columns, const void *row);

static void put_errors(Buf *out, const AccuracyView *view, PutRow *put) {
    vec_each(const AccuracyError *const, item, &view->errors) {
        const AccuracyError *error = *item;
        put(out, ERROR_COLUMNS,
            &(ErrorRow){.error = str_from(error_name(error->type)),
                        .detector = view->rubric->detectors.items[error->detector].name,
                        .file = error->place.path,
                        .line = error->place.line,
                        .dialogue = error->call,
                        .turn = error->turn + 1,
                        .role = role_name(error->role),
                        .labels = error->labels,
                        .quote = str_slice(error->text, error->start, error->end),
                        .text = error->text});
    }
}

// ---- The formats

void accuracy_put_csv(Buf *out, const AccuracyView *view) {
    list_put_header(out, view->with_errors ? ERROR_COLUMNS : FIGURE_COLUMNS);
    if (view->with_errors) {
        put_errors(out, view, list_put_csv);
        return;
    }
    put_figures_csv(out, "detector", &view->detectors, view->detector_macro);
    put_figures_csv(out, "label", &view->labels, view->label_macro);
}

void accuracy_put_ndjson(Buf *out, const AccuracyView *view) {
    put_figures_json(out, KEY("detector"), KEY("labels"), &view->detectors);
    put_macro_json(out, KEY("detectors"), view->detector_macro);
    put_figures_json(out, KEY("label"), KEY("detectors"), &view->labels);
    put_macro_json(out, KEY("labels"), view->label_macro);
    put_errors(out, view, list_put_json);
}

// ---- The quality file

static void put_field(Buf *out, const char *name, Proportion share) {
    if (!share.known) return;
    buf_format(out, "    %s: ", name);
    put_triple(out, share, STR(", "));
    buf_byte(out, '\n');
}

static void put_quality(Buf *out, const Figure *figure) {
    const Confusion *seen = figure->seen;
    buf_format(out, "  %.*s:\n    labels: ", STR_ARG(figure->name));
    json_texts(out, figure->against.items, figure->against.len);
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
    json_texts(out, names.items, names.len);
    if (view->part.of)
        buf_format(out, "\n  part: %u/%u", view->part.number, view->part.of);
    buf_format(out, "\n  dialogues: %llu\n  turns: %llu\ndetectors:\n",
               (unsigned long long)view->dialogues, (unsigned long long)view->turns);
    vec_each(const Figure, figure, &view->detectors) put_quality(out, figure);
    buf_put(out, quality_rest(out->arena, view->rubric->path, STR("measured"),
                              STR("detectors")));
}
