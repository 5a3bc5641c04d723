#define PCRE2_CODE_UNIT_WIDTH 8
#include "match/code.h"

#include "base/buf.h"
#include "match/regex.h"
#include "match/regex_info.h"
#include "match/sweep.h"

#include <errno.h>
#include <pcre2.h>
#include <pthread.h>
#include <stdatomic.h>

// Not between two word characters: put at both ends, a match cannot begin or end inside a
// word, whatever the regex begins or ends with.
#define NOT_INSIDE_WORD "(?!(?<=\\w)\\w)"

enum { JIT_STACK_FIRST = 32 << 10, JIT_STACK_MOST = 1 << 20, HEAP_MOST_KB = 20000 };

// The last two are for texts of ASCII, with which PCRE2 need not think of more: small and
// capital s and k have no third, for one.
typedef enum {
    FORM_SEARCH,
    FORM_TRY,
    FORM_ASCII_SEARCH,
    FORM_ASCII_TRY,
    FORM_COUNT
} FormType;
// Not compiled; compiled, and interpreted while it has not been used often; as machine
// code, or interpreted for good where there is none.
typedef enum { FORM_RAW, FORM_NEW, FORM_JIT, FORM_INTERPRETED } FormState;

typedef struct {
    pcre2_code *code;
    pcre2_code *fast; // a copy of it with machine code: others may be using `code`
    atomic_int state; // of type FormState
    atomic_int uses;  // while it is new
} Form;

struct Code {
    Form forms[FORM_COUNT];
    pthread_mutex_t lock; // while a form is made ready, or the sweeps
    PatternSpec spec;
    Sweeps sweeps; // when `swept`
    atomic_bool swept;
};

struct CodeRunner {
    pcre2_match_data *data;    // for as many groups as any code had so far, or NULL
    const pcre2_code *matched; // the last one
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    CodeText *text;
    uint32_t steps;
};

_Static_assert(SPAN_UNSET == PCRE2_UNSET, "as code.h says");

// Memory that is written and then run may be forbidden (systemd's
// MemoryDenyWriteExecute), or just not to be had: the library does not tell which. What
// passes must not decide how patterns are run, and what the manifest says.
static bool make_machine_code(pcre2_code *code) {
    errno = 0;
    bool made = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
    if (!made) end_without_memory(errno);
    return made;
}

static bool has_machine_code(void) {
    int error;
    size_t at;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR) "a", 1, 0, &error, &at, NULL);
    bool has = code && make_machine_code(code);
    pcre2_code_free(code);
    return has;
}

Str code_engine(Arena *arena) {
    char version[64] = ""; // pcre2api(3) promises 24 characters at most
    (void)pcre2_config(PCRE2_CONFIG_VERSION, version);
    return str_format(arena, "PCRE2 %s %s JIT", version,
                      has_machine_code() ? "with" : "without");
}

// ---- Compiling

static void explain(Arena *arena, int code, size_t offset, PatternError *error) {
    PCRE2_UCHAR text[256];
    pcre2_get_error_message(code, text, sizeof text);
    error->offset = offset;
    error->text = str_copy(arena, str_from((const char *)text));
}

static pcre2_code *compile(const PatternSpec *spec, uint32_t options, int *code,
                           size_t *at) {
    Arena scratch = {0};
    Str head = spec->whole_words ? STR(NOT_INSIDE_WORD "(?:") : (Str){0};
    Str tail = spec->whole_words ? STR("\\E)" NOT_INSIDE_WORD) : (Str){0}; // ends any \Q
    Buf whole = {.arena = &scratch};
    buf_put(&whole, head);
    buf_put(&whole, spec->regex);
    buf_put(&whole, tail);
    options |= PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C;
    if (spec->unicode) options |= PCRE2_UCP;
    PCRE2_SPTR text = (PCRE2_SPTR)(whole.len ? whole.ptr : "");
    pcre2_code *compiled = pcre2_compile(text, whole.len, options, code, at, NULL);
    arena_free(&scratch);
    *at = *at < head.len ? 0 : *at - head.len;
    if (*at > spec->regex.len) *at = spec->regex.len;
    return compiled;
}

// Whether it can be put between others, for sure: every ')' closes a '(' of its own.
static bool is_balanced(const PatternSpec *spec) {
    Arena scratch = {0};
    bool understood = regex_parse(&scratch, spec->regex, spec->unicode).root;
    arena_free(&scratch);
    return understood;
}

// An unbalanced ')' would close our wrapping instead of failing, so the bare regex is
// tried first where that is to be feared, and where there is an error to be explained:
// its offsets are the user's own.
static pcre2_code *compile_first(Arena *arena, const PatternSpec *spec,
                                 PatternError *error) {
    PatternSpec bare = *spec;
    int code;
    size_t at;
    bare.whole_words = false;
    pcre2_code *compiled = NULL;
    if (is_balanced(spec)) compiled = compile(spec, PCRE2_UTF, &code, &at);
    if (compiled) return compiled;
    compiled = compile(&bare, PCRE2_UTF, &code, &at);
    if (compiled && spec->whole_words) {
        pcre2_code_free(compiled);
        compiled = compile(spec, PCRE2_UTF, &code, &at);
    }
    if (!compiled) explain(arena, code, at, error);
    return compiled;
}

static GroupName *names_of(Arena *arena, const pcre2_code *compiled, uint32_t *count) {
    uint32_t size;
    PCRE2_SPTR table;
    pcre2_pattern_info(compiled, PCRE2_INFO_NAMECOUNT, count);
    pcre2_pattern_info(compiled, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(compiled, PCRE2_INFO_NAMETABLE, &table);
    GroupName *names = arena_array(arena, GroupName, *count);
    for (uint32_t i = 0; i < *count; i++, table += size)
        names[i] = (GroupName){
            .name = str_copy(arena, str_from((const char *)table + 2)),
            .group = (uint32_t)(table[0] << 8 | table[1]),
        };
    return names;
}

static Code *make(Arena *arena, PatternSpec spec, pcre2_code *compiled) {
    Code *code = arena_new(arena, Code);
    code->spec = spec;
    code->forms[FORM_SEARCH].code = compiled;
    pthread_mutex_init(&code->lock, NULL);
    return code;
}

static PatternSpec settle(const PatternSpec *spec) {
    PatternSpec kept = *spec;
    kept.unicode = spec_is_unicode(spec);
    return kept;
}

Code *code_new(Arena *arena, const PatternSpec *spec, PatternError *error) {
    PatternSpec kept = settle(spec);
    pcre2_code *compiled = compile_first(arena, &kept, error);
    return compiled ? make(arena, kept, compiled) : NULL;
}

Code *code_trusted(Arena *arena, const PatternSpec *spec) {
    return make(arena, settle(spec), NULL);
}

Code *code_branch(Arena *arena, const Code *code, Str regex) {
    PatternSpec spec = code->spec;
    spec.regex = str_copy(arena, regex);
    return make(arena, spec, NULL);
}

void code_free(Code *code) {
    for (int form = 0; form < FORM_COUNT; form++) {
        pcre2_code_free(code->forms[form].code);
        pcre2_code_free(code->forms[form].fast);
    }
    pthread_mutex_destroy(&code->lock);
}

bool code_matches_empty(const Code *code) {
    uint32_t empty;
    pcre2_pattern_info(code->forms[FORM_SEARCH].code, PCRE2_INFO_MATCHEMPTY, &empty);
    return empty;
}

bool code_is_local(const Code *code) {
    Str regex = code->spec.regex;
    return !str_has(regex, STR("(*")) && !str_has(regex, STR("\\G"));
}

const GroupName *code_names(Arena *arena, const Code *code, uint32_t *count) {
    return names_of(arena, code->forms[FORM_SEARCH].code, count);
}

// ---- Matching

CodeRunner *code_runner_new(Arena *arena) {
    CodeRunner *runner = arena_new(arena, CodeRunner);
    runner->context = pcre2_match_context_create(NULL);
    errno = 0;
    runner->stack = pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MOST, NULL);
    if (!runner->stack) end_without_memory(errno);
    if (!runner->context) out_of_memory();
    pcre2_set_heap_limit(runner->context, HEAP_MOST_KB);
    if (runner->stack) pcre2_jit_stack_assign(runner->context, NULL, runner->stack);
    return runner;
}

void code_runner_free(CodeRunner *runner) {
    pcre2_jit_stack_free(runner->stack);
    pcre2_match_context_free(runner->context);
    pcre2_match_data_free(runner->data);
}

// PCRE2_ANCHORED has to be said here: machine code does not heed it as an option of a
// match.
static uint32_t options_of(FormType type) {
    static const uint32_t OPTIONS[] = {
        [FORM_SEARCH] = PCRE2_UTF,
        [FORM_TRY] = PCRE2_UTF | PCRE2_ANCHORED,
        [FORM_ASCII_SEARCH] = 0,
        [FORM_ASCII_TRY] = PCRE2_ANCHORED,
    };
    return OPTIONS[type];
}

static void make_new(Code *code, FormType type) {
    Form *form = &code->forms[type];
    pthread_mutex_lock(&code->lock);
    if (atomic_load(&form->state) == FORM_RAW) {
        int error;
        size_t at;
        if (!form->code) form->code = compile(&code->spec, options_of(type), &error, &at);
        atomic_store(&form->state, FORM_NEW);
    }
    pthread_mutex_unlock(&code->lock);
}

static void make_fast(Code *code, FormType type) {
    Form *form = &code->forms[type];
    pthread_mutex_lock(&code->lock);
    if (atomic_load(&form->state) == FORM_NEW) {
        form->fast = pcre2_code_copy(form->code);
        bool jit = form->fast && make_machine_code(form->fast);
        atomic_store(&form->state, jit ? FORM_JIT : FORM_INTERPRETED);
    }
    pthread_mutex_unlock(&code->lock);
}

void code_prepare(Code *code) {
    for (FormType type = 0; type < FORM_COUNT; type++) {
        make_new(code, type);
        make_fast(code, type);
    }
}

static void set_steps(CodeRunner *runner, uint32_t steps) {
    if (runner->steps == steps) return;
    runner->steps = steps;
    pcre2_set_match_limit(runner->context, steps);
    pcre2_set_depth_limit(runner->context, steps);
}

static FormState state_of(Code *code, FormType type) {
    atomic_int *state = &code->forms[type].state;
    if (atomic_load_explicit(state, memory_order_acquire) == FORM_RAW)
        make_new(code, type);
    return (FormState)atomic_load_explicit(state, memory_order_acquire);
}

static void make_room(CodeRunner *runner, const pcre2_code *compiled) {
    uint32_t groups;
    pcre2_pattern_info(compiled, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (runner->data && groups < pcre2_get_ovector_count(runner->data)) return;
    pcre2_match_data_free(runner->data);
    runner->data = pcre2_match_data_create(groups + 1, NULL);
    if (!runner->data) out_of_memory();
}

// The callers' texts are valid UTF-8, so PCRE2 need not look again.
static RunResult match(const pcre2_code *compiled, bool jit, CodeRunner *runner,
                       size_t from, uint32_t steps) {
    const uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
    Str text = runner->text->text;
    PCRE2_SPTR subject = (PCRE2_SPTR)(text.ptr ? text.ptr : "");
    set_steps(runner, steps);
    make_room(runner, compiled);
    runner->matched = compiled;
    int found = (jit ? pcre2_jit_match : pcre2_match)(
        compiled, subject, text.len, from, options, runner->data, runner->context);
    if (found >= 0) return RUN_FOUND;
    return found == PCRE2_ERROR_NOMATCH ? RUN_NOT_FOUND : RUN_GAVE_UP;
}

// In short texts, and in words of a common length, steps tell enough of what they cost.
enum { SHORT_TEXT = 256, LONG_RUN = 64 };

// They are counted when they are first asked for: of most patterns they never are.
static const Sweeps *sweeps_of(Code *code) {
    if (atomic_load_explicit(&code->swept, memory_order_acquire)) return &code->sweeps;
    pthread_mutex_lock(&code->lock);
    if (!atomic_load(&code->swept)) code->sweeps = regex_sweeps(code->spec.regex);
    atomic_store(&code->swept, true);
    pthread_mutex_unlock(&code->lock);
    return &code->sweeps;
}

StepCost code_step_cost(Code *code, CodeRunner *runner) {
    const Sweeps *sweeps = sweeps_of(code);
    CodeText *text = runner->text;
    size_t length = text->text.len;
    if (sweeps->any > 1) return (StepCost){length, length};
    if (sweeps->any && sweeps->word && length > SHORT_TEXT)
        return (StepCost){length, LONG_RUN};
    if (sweeps->any && length > SHORT_TEXT) return (StepCost){length, 0};
    if (!sweeps->word || length <= LONG_RUN) return (StepCost){0, 0};
    if (!text->run) text->run = text_longest_run(text->text);
    return (StepCost){text->run > LONG_RUN ? text->run : 0, 0};
}

// To make machine code takes as long as some hundred short matches, and many patterns of
// a run match less often. What is not done in very few steps is left to machine code,
// which counts them in its own way, so that what gives up does not hang on what a form
// was used for before.
enum { NEW_USES = 32, NEW_STEPS = 100 };

static bool is_still_new(Form *form) {
    return atomic_fetch_add_explicit(&form->uses, 1, memory_order_relaxed) < NEW_USES;
}

static RunResult run(Code *code, FormType type, CodeRunner *runner, size_t from,
                     uint32_t steps) {
    FormState state = state_of(code, type);
    Form *form = &code->forms[type];
    if (!form->code) return RUN_GAVE_UP; // what is part of a good regex is one itself
    if (code_step_cost(code, runner).once)
        return match(form->code, false, runner, from, steps);
    if (state == FORM_NEW) {
        RunResult result = RUN_GAVE_UP;
        if (steps > NEW_STEPS && is_still_new(form))
            result = match(form->code, false, runner, from, NEW_STEPS);
        if (result != RUN_GAVE_UP) return result;
        make_fast(code, type);
        state = state_of(code, type);
    }
    bool jit = state == FORM_JIT;
    return match(jit ? form->fast : form->code, jit, runner, from, steps);
}

// A code may name characters that it can only have in UTF.
static FormType form_for(Code *code, const CodeRunner *runner, FormType type,
                         FormType ascii) {
    if (!runner->text->ascii || code->spec.unicode) return type;
    state_of(code, ascii);
    return code->forms[ascii].code ? ascii : type;
}

CodeText code_text(Str text) {
    return (CodeText){.text = text, .ascii = str_is_ascii(text)};
}

void code_runner_take(CodeRunner *runner, CodeText *text) { runner->text = text; }

RunResult code_search(Code *code, CodeRunner *runner, size_t from, uint32_t steps) {
    FormType type = form_for(code, runner, FORM_SEARCH, FORM_ASCII_SEARCH);
    return run(code, type, runner, from, steps);
}

RunResult code_try(Code *code, CodeRunner *runner, size_t start, uint32_t steps) {
    FormType type = form_for(code, runner, FORM_TRY, FORM_ASCII_TRY);
    return run(code, type, runner, start, steps);
}

const size_t *code_runner_spans(const CodeRunner *runner, uint32_t *count) {
    *count = pcre2_get_ovector_count(runner->data);
    return pcre2_get_ovector_pointer(runner->data);
}

const GroupName *code_runner_names(Arena *arena, const CodeRunner *runner,
                                   uint32_t *count) {
    return names_of(arena, runner->matched, count);
}
