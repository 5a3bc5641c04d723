#include "report/html_style.h"

#include <math.h>

// Sizes are in em: on the screen what the reader has set, on paper what fits.
static const char SCREEN[] =
    "body{font:1em/1.34 Carlito,Calibri,\"Liberation Sans\",Arial,sans-serif;"
    "color:#1f1f1f;background:#fff;margin:0 auto;padding:0 1em 2em;max-width:72em}\n"
    "a{color:#1f4e79}\n"
    "a:focus{outline:3px solid #1f4e79;outline-offset:2px}\n"
    ":target{outline:2px solid #1f4e79}\n"
    ".skip{position:absolute;left:-99em}\n"
    ".skip:focus{left:1em;top:1em;background:#fff;padding:.5em}\n"
    "nav ul{list-style:none;padding:0}\n"
    "nav li{display:inline-block;margin-right:1.5em}\n"
    "section{margin-top:2em}\n"
    "h1,h2,h3,p{margin:.5em 0}\n"
    "table{border-collapse:collapse;table-layout:fixed;width:100%}\n"
    "td,th{padding:.1em .3em;vertical-align:baseline;font-weight:normal;text-align:start}\n"
    "td,th,p{white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:plaintext}\n"
    ".grid td,.grid th{border-bottom:1px solid #dcdcdc}\n"
    ".number{text-align:right;padding-right:1em}\n"
    "mark{font-weight:bold;color:#1f4e79;background:#fff1cc}\n"
    ".charts{display:flex;flex-wrap:wrap;gap:0 1em}\n"
    "figure{margin:.5em 0;flex:1 1 20em}\n"
    "figcaption{font-weight:bold;text-align:center}\n"
    "figure>svg{display:block;width:100%}\n"
    "svg text{font-size:12px;fill:#1f1f1f}\n"
    ".legend{font-size:.82em;text-align:center;margin:0;white-space:normal}\n"
    ".legend span{display:inline-block;margin:0 .6em}\n"
    ".legend svg{vertical-align:middle;width:26px;height:12px}\n";

static const char PAPER[] =
    "@page{size:A4;margin:10mm}\n"
    "@media print{\n"
    "body{max-width:none;margin:0;padding:0;font-size:9pt;print-color-adjust:exact;"
    "-webkit-print-color-adjust:exact}\n"
    "header{display:none}\n"
    "section{margin:0}\n"
    "section+section{break-before:page}\n"
    "h2,h3{margin:.3em 0 .1em;break-after:avoid}\n"
    "p,figure{margin:0}\n"
    "tr,figure{break-inside:avoid}\n"
    "td,th{padding-top:0;padding-bottom:0}\n"
    ".charts{flex-wrap:nowrap}\n"
    "figure{flex-basis:0}\n"
    "}\n";

const char *html_class(Style style) {
    static const char *const NAMES[STYLE_COUNT] = {
        [STYLE_TEXT] = "text",
        [STYLE_WRAP] = "wrap",
        [STYLE_TITLE] = "title",
        [STYLE_HEADING] = "heading",
        [STYLE_LABEL] = "label",
        [STYLE_HEADER] = "header",
        [STYLE_HEADER_RIGHT] = "header-right",
        [STYLE_HEADER_TALL] = "header-tall",
        [STYLE_STRONG] = "strong",
        [STYLE_FIGURE] = "figure",
        [STYLE_NOTE] = "note",
        [STYLE_QUOTE] = "quote",
        [STYLE_CONTEXT] = "context",
        [STYLE_FAINT] = "faint",
        [STYLE_RIGHT] = "right",
        [STYLE_NONE] = "none",
        [STYLE_LINK] = "link",
        [STYLE_TOTAL] = "total",
        [STYLE_ALERT] = "alert",
        [STYLE_RULE] = "rule",
        [STYLE_MET] = "met",
        [STYLE_PARTLY] = "partly",
        [STYLE_NOT_MET] = "not-met",
        [STYLE_NOT_APPLICABLE] = "not-applicable",
        [STYLE_NOT_ASSESSABLE] = "not-assessable",
    };
    return NAMES[style];
}

static void put_rule(Buf *out, Style style) {
    const StyleSpec *spec = &STYLES[style];
    buf_format(out, ".%s{font-size:%.3gem;color:#%06x", html_class(style),
               spec->size / STYLES[STYLE_TEXT].size, spec->ink);
    if (spec->fill) buf_format(out, ";background:#%06x", spec->fill);
    if (spec->bold) buf_text(out, ";font-weight:bold");
    if (spec->italic) buf_text(out, ";font-style:italic");
    if (spec->centred) buf_text(out, ";text-align:center");
    if (spec->right) buf_text(out, ";text-align:right;padding-right:1em");
    if (spec->indented && !spec->right) buf_text(out, ";padding-left:1em");
    if (spec->ruled) buf_format(out, ";border-bottom:1px solid #%06x", EDGE_COLOUR);
    buf_text(out, "}\n");
}

void html_style_put(Buf *out) {
    buf_text(out, SCREEN);
    for (int i = 0; i < STYLE_COUNT; i++) put_rule(out, (Style)i);
    buf_text(out, ".rule{height:1.8em}\n");
    buf_text(out, PAPER);
}

// As spreadsheets do it: what is too wide or too high is made smaller.
void html_style_put_page(Buf *out, Str id, const Sheet *sheet) {
    const double width = 538, height = 785; // of A4 within its margins, in points
    const double spare = 0.94;              // programs and fonts differ
    double wide = 0, high = 0;
    vec_each(const double, column, &sheet->columns) wide += (*column * 7 + 5) * 0.75;
    vec_each(const SheetRow, row, &sheet->rows) high += row->lines * 15;
    double scale = fmin(1, spare * fmin(width / wide, height / high));
    buf_format(out, "@media print{#%.*s{font-size:%.2fpt}}\n", STR_ARG(id),
               STYLES[STYLE_TEXT].size * scale);
}
