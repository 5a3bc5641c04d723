// What a C programmer would write in an afternoon, to be measured beside callmark: each
// pattern of the file that `patterns` makes is searched for in each turn, with PCRE2 and
// its JIT; the evidence comes out as NDJSON. No folding, no detectors, no marks.
//
//   naive scan FILE           only finds the line ends
//   naive parse FILE          only parses the CSV
//   naive match PATTERNS FILE
#define PCRE2_CODE_UNIT_WIDTH 8
#include <csv.h>
#include <pcre2.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATTERNS_MAX = 10000, CELL_MAX = 1 << 16, COLUMNS_MAX = 64 };
typedef enum { CALL, SPEAKER, TEXT, COLUMNS } Column;

typedef struct {
    char role; // 'a'gent, 'c'ustomer; 'u'nknown is anybody
    pcre2_code *code;
} Pattern;

typedef struct {
    Pattern patterns[PATTERNS_MAX];
    size_t count;
    pcre2_match_data *data;
    Column columns[COLUMNS_MAX]; // of the header; COLUMNS: not needed
    size_t row, cell;
    char cells[COLUMNS][CELL_MAX], call[CELL_MAX];
    size_t lens[COLUMNS];
    unsigned turn, found; // of the call
    unsigned long long hits;
} Naive;

static void die(const char *what) {
    fprintf(stderr, "naive: %s\n", what);
    exit(1);
}

static void load_patterns(Naive *naive, const char *path) {
    char line[CELL_MAX];
    FILE *file = fopen(path, "r");
    if (!file) die(path);
    while (naive->count < PATTERNS_MAX && fgets(line, sizeof line, file)) {
        Pattern *pattern = &naive->patterns[naive->count++];
        char *regex = strchr(line, '\t');
        if (!regex) die("bad line of patterns");
        *regex++ = '\0';
        regex[strcspn(regex, "\n")] = '\0';
        pattern->role = line[0];
        int error;
        size_t at;
        pattern->code = pcre2_compile((PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED,
                                      PCRE2_UTF | PCRE2_CASELESS, &error, &at, NULL);
        if (!pattern->code) die(regex);
        pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
    }
    fclose(file);
}

static void put_json(const char *text, size_t len) {
    putchar('"');
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '"' || text[i] == '\\') putchar('\\');
        if (text[i] == '\n')
            fputs("\\n", stdout);
        else
            putchar(text[i]);
    }
    putchar('"');
}

static void put_hit(Naive *naive, size_t pattern, const char *text,
                    const size_t spans[2]) {
    printf("%s{\"pattern\":%zu,\"turn\":%u,\"start\":%zu,\"end\":%zu,\"quote\":",
           naive->found ? "," : "", pattern, naive->turn, spans[0], spans[1]);
    put_json(text + spans[0], spans[1] - spans[0]);
    putchar('}');
    naive->found++, naive->hits++;
}

static void search_turn(Naive *naive) {
    const char *text = naive->cells[TEXT], *speaker = naive->cells[SPEAKER];
    size_t len = naive->lens[TEXT];
    for (size_t p = 0; p < naive->count; p++) {
        const Pattern *pattern = &naive->patterns[p];
        if (pattern->role != 'u' && pattern->role != speaker[0]) continue;
        const size_t *spans = pcre2_get_ovector_pointer(naive->data);
        for (size_t from = 0;
             from < len &&
             pcre2_jit_match(pattern->code, (PCRE2_SPTR)text, len, from,
                             PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, naive->data, NULL) > 0;
             from = spans[1])
            put_hit(naive, p, text, spans);
    }
}

static void read_cell(void *bytes, size_t len, void *context) {
    Naive *naive = context;
    static const char *const NAMES[COLUMNS] = {"call_id", "speaker", "text"};
    size_t cell = naive->cell++;
    if (cell >= COLUMNS_MAX || len >= CELL_MAX) die("too much in a row");
    if (naive->row == 0) {
        Column column = CALL;
        while (column < COLUMNS &&
               (strlen(NAMES[column]) != len || memcmp(NAMES[column], bytes, len) != 0))
            column++;
        naive->columns[cell] = column;
        return;
    }
    Column column = naive->columns[cell];
    if (column == COLUMNS) return;
    memcpy(naive->cells[column], bytes, len);
    naive->cells[column][len] = '\0';
    naive->lens[column] = len;
}

static void end_row(int c, void *context) {
    Naive *naive = context;
    (void)c;
    naive->cell = 0;
    if (naive->row++ == 0 || !naive->count) return;
    if (strcmp(naive->call, naive->cells[CALL]) != 0) {
        if (naive->row > 2) fputs("]}\n", stdout);
        memcpy(naive->call, naive->cells[CALL], naive->lens[CALL] + 1);
        fputs("{\"call\":", stdout);
        put_json(naive->call, naive->lens[CALL]);
        fputs(",\"hits\":[", stdout);
        naive->turn = 0, naive->found = 0;
    }
    naive->turn++;
    search_turn(naive);
}

static void parse(Naive *naive, FILE *file) {
    static char block[1 << 18];
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT) != 0) die("libcsv");
    for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;)
        if (csv_parse(&parser, block, got, read_cell, end_row, naive) != got) die("csv");
    csv_fini(&parser, read_cell, end_row, naive);
    csv_free(&parser);
    if (naive->row > 1 && naive->count) fputs("]}\n", stdout);
    fprintf(stderr, "rows %zu hits %llu\n", naive->row, naive->hits);
}

static void scan(FILE *file) {
    static char block[1 << 18];
    unsigned long long lines = 0;
    for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;)
        for (char *at = block; (at = memchr(at, '\n', (size_t)(block + got - at))); at++)
            lines++;
    fprintf(stderr, "lines %llu\n", lines);
}

int main(int argc, char **argv) {
    Naive *naive = calloc(1, sizeof *naive);
    if (argc < 3 || !naive) die("scan|parse|match [PATTERNS] FILE");
    if (strcmp(argv[1], "match") == 0) load_patterns(naive, argv[2]);
    naive->data = pcre2_match_data_create(100, NULL);
    FILE *file = fopen(argv[argc - 1], "r");
    if (!file) die(argv[argc - 1]);
    if (strcmp(argv[1], "scan") == 0)
        scan(file);
    else
        parse(naive, file);
    fclose(file);
    free(naive);
    return 0;
}
