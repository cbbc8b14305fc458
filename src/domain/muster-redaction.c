/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-redaction.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

#define LEAST_PART 3 /* letters of a name, so that it is withheld by itself */
#define LETTER "[\\p{L}\\p{M}\\p{N}]"

/* An e-mail address; a telephone number; a day of the last century, or one after “born”; seven digits and more in one. */
#define PATTERN                                                                             \
  "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"                                                        \
  "|(?<![\\w-])(?:\\+?1[ .-]?)?\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]\\d{4}(?!\\d)"                \
  "|(?<![\\w-])(?:19\\d\\d-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-]19\\d\\d)(?!\\d)"    \
  "|(?<=\\bDOB |\\bborn |\\bborn on |\\bbirth |\\bDOB: )\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}" \
  "|(?<![\\w-])[A-Z]{0,4}-?\\d{7,}(?!\\w)"

typedef struct
{
  const char *code;
  const char *label;
  const char *rule;
} Kind;

static const Kind kinds[MUSTER_N_REDACTION_KINDS] = {
  [MUSTER_REDACTION_COMPLAINANT] = { "complainant", N_("Who complained"), N_("The identity of complainants is private") },
  [MUSTER_REDACTION_NARRATIVE] = { "narrative", N_("What is told of an incident"), N_("The identity of clients is private, and accounts of incidents tell of them") },
  [MUSTER_REDACTION_UNSUBSTANTIATED] = { "unsubstantiated", N_("A complaint that was not substantiated"), N_("Complaints that were not substantiated are private") },
  [MUSTER_REDACTION_OTHER_PERSON] = { "other-person", N_("Somebody else"), N_("Data on other people than the one it is about are private") },
  [MUSTER_REDACTION_CONTACT] = { "contact", N_("E-mail address"), N_("How to reach a person is private") },
  [MUSTER_REDACTION_IDENTIFIER] = { "identifier", N_("Identifier of the marketplace’s systems"), N_("What opens the marketplace’s systems is treated as a password") },
  [MUSTER_REDACTION_STUDY] = { "background-study", N_("Result of a background study"), N_("The result of a background study is private") },
  [MUSTER_REDACTION_FILE] = { "file", N_("A file"), N_("Nothing can be taken out of a file as it was drawn or received, so that it does not leave") },
  [MUSTER_REDACTION_WORD] = { "name", N_("A name"), N_("Whoever made the bundle asked for it") },
  [MUSTER_REDACTION_PATTERN] = { "number", N_("What is written like an address, a telephone number, a birth date or a long number"), N_("Such things tell of clients, and are private") },
};

/* Names that are withheld, in the order in which they are looked for. */
typedef enum
{
  COMPLAINANTS, /* whole names */
  WORDS,        /* asked for */
  PARTS,        /* of the names of complainants */
  N_LISTS,
} List;

struct _MusterRedactor
{
  gboolean redacts;
  GPtrArray *lists[N_LISTS]; /* patterns */
  GPtrArray *kept;           /* folded: parts that stay */
  GPtrArray *asked;          /* the words as they were asked for */
  GHashTable *found;         /* folded: what was found of them */
  GRegex *regexes[N_LISTS]; /* made of them, as they are needed */
  GRegex *pattern;
  GPtrArray *log;
};

const char *
muster_redaction_kind_to_code (MusterRedactionKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REDACTION_KINDS, "");
  return kinds[kind].code;
}

const char *
muster_redaction_kind_get_label (MusterRedactionKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REDACTION_KINDS, "");
  return _(kinds[kind].label);
}

const char *
muster_redaction_kind_get_rule (MusterRedactionKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REDACTION_KINDS, "");
  return _(kinds[kind].rule);
}

static void
redaction_free (gpointer data)
{
  g_free (((MusterRedaction *) data)->where);
  g_free (data);
}

static void
forget_regexes (MusterRedactor *redactor)
{
  for (guint i = 0; i < N_LISTS; i++)
    g_clear_pointer (&redactor->regexes[i], g_regex_unref);
}

/* The pattern of a name: any white space between its words, composed as the texts are. */
static char *
dup_pattern (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) pattern = g_string_new (NULL);

  if (composed == NULL)
    return NULL;
  words = g_strsplit_set (composed, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (words[i], -1);

      if (*escaped != '\0')
        g_string_append_printf (pattern, "%s%s", pattern->len > 0 ? "\\s+" : "", escaped);
    }
  return pattern->len > 0 ? g_strdup (pattern->str) : NULL;
}

static void
add_pattern (MusterRedactor *redactor, GPtrArray *patterns, const char *name)
{
  char *pattern = dup_pattern (name);

  if (pattern == NULL)
    return;
  g_ptr_array_add (patterns, pattern);
  forget_regexes (redactor);
}

static gboolean
add_words (MusterRedactor *redactor, const char *const *words, GError **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *word = muster_text_dup_tidy (words[i]);
      glong length = word != NULL ? g_utf8_strlen (word, -1) : 0;

      if (word == NULL)
        continue;
      if (length < MUSTER_REDACTOR_LEAST_LENGTH || length > MUSTER_REDACTOR_MOST_LENGTH || redactor->lists[WORDS]->len >= MUSTER_REDACTOR_MOST_WORDS)
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” cannot be withheld: a name has %d to %d characters, and there are at most %d. Write one name for each person."), word,
                       MUSTER_REDACTOR_LEAST_LENGTH, MUSTER_REDACTOR_MOST_LENGTH, MUSTER_REDACTOR_MOST_WORDS);
          return FALSE;
        }
      add_pattern (redactor, redactor->lists[WORDS], word);
      g_ptr_array_add (redactor->asked, g_steal_pointer (&word));
    }
  return TRUE;
}

MusterRedactor *
muster_redactor_new (gboolean redacts, const char *const *words, GError **error)
{
  g_autoptr (MusterRedactor) redactor = g_new0 (MusterRedactor, 1);

  redactor->redacts = redacts;
  for (guint i = 0; i < N_LISTS; i++)
    redactor->lists[i] = g_ptr_array_new_with_free_func (g_free);
  redactor->kept = g_ptr_array_new_with_free_func (g_free);
  redactor->asked = g_ptr_array_new_with_free_func (g_free);
  redactor->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  redactor->log = g_ptr_array_new_with_free_func (redaction_free);
  redactor->pattern = g_regex_new (PATTERN, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_assert (redactor->pattern != NULL);
  return add_words (redactor, words, error) ? g_steal_pointer (&redactor) : NULL;
}

void
muster_redactor_free (MusterRedactor *redactor)
{
  if (redactor == NULL)
    return;
  forget_regexes (redactor);
  g_clear_pointer (&redactor->pattern, g_regex_unref);
  for (guint i = 0; i < N_LISTS; i++)
    g_clear_pointer (&redactor->lists[i], g_ptr_array_unref);
  g_clear_pointer (&redactor->kept, g_ptr_array_unref);
  g_clear_pointer (&redactor->asked, g_ptr_array_unref);
  g_clear_pointer (&redactor->found, g_hash_table_unref);
  g_clear_pointer (&redactor->log, g_ptr_array_unref);
  g_free (redactor);
}

gboolean
muster_redactor_redacts (MusterRedactor *redactor)
{
  return redactor->redacts;
}

void
muster_redactor_protect (MusterRedactor *redactor, const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name != NULL ? name : "", " .,-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (redactor->kept, muster_text_fold (parts[i]));
}

static gboolean
is_kept (MusterRedactor *redactor, const char *part)
{
  g_autofree char *folded = muster_text_fold (part);

  return g_ptr_array_find_with_equal_func (redactor->kept, folded, g_str_equal, NULL);
}

void
muster_redactor_add_complainant (MusterRedactor *redactor, const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (muster_text_is_blank (name))
    return;
  add_pattern (redactor, redactor->lists[COMPLAINANTS], name);
  parts = g_strsplit_set (name, " .,;()\t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) >= LEAST_PART && !g_unichar_islower (g_utf8_get_char (parts[i])) && !is_kept (redactor, parts[i]))
      add_pattern (redactor, redactor->lists[PARTS], parts[i]);
}

static GRegex *
get_regex (MusterRedactor *redactor, List list)
{
  GPtrArray *names = redactor->lists[list];
  g_autoptr (GString) pattern = NULL;

  if (redactor->regexes[list] != NULL)
    return redactor->regexes[list];
  pattern = g_string_new ("(?<!" LETTER ")(?:");
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", (const char *) names->pdata[i]);
  /* The plural is a family. */
  g_string_append (pattern, ")(?:s|es)?(?!" LETTER ")");
  redactor->regexes[list] = g_regex_new (pattern->str, G_REGEX_CASELESS, 0, NULL);
  /* What is escaped is a pattern. */
  g_assert (redactor->regexes[list] != NULL);
  return redactor->regexes[list];
}

/* Notes what was found of a name that was asked for. */
static void
note_found (MusterRedactor *redactor, GMatchInfo *match)
{
  g_autofree char *word = g_match_info_fetch (match, 0);

  g_hash_table_add (redactor->found, muster_text_fold (word));
}

/* Replaces what @regex finds in @text. */
static void
replace (MusterRedactor *redactor, GRegex *regex, MusterRedactionKind kind, const char *where, char **text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *replaced = NULL;
  guint n = 0;

  for (g_regex_match (regex, *text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      n++;
      if (kind == MUSTER_REDACTION_WORD)
        note_found (redactor, match);
    }
  if (n == 0)
    return;
  replaced = g_regex_replace_literal (regex, *text, -1, 0, _("[withheld]"), 0, NULL);
  g_assert (replaced != NULL);
  muster_redactor_note (redactor, kind, where, n);
  g_free (*text);
  *text = g_steal_pointer (&replaced);
}

/* Composed, as the patterns of names are. */
static char *
dup_composed (const char *text)
{
  char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  return composed != NULL ? composed : g_utf8_make_valid (text, -1);
}

/* @n_lists: so many of them are looked for */
static void
withhold_names (MusterRedactor *redactor, const char *where, guint n_lists, char **text)
{
  static const MusterRedactionKind of_list[N_LISTS] = { MUSTER_REDACTION_COMPLAINANT, MUSTER_REDACTION_WORD, MUSTER_REDACTION_COMPLAINANT };

  for (List list = 0; list < n_lists; list++)
    if (redactor->lists[list]->len > 0)
      replace (redactor, get_regex (redactor, list), of_list[list], where, text);
}

char *
muster_redactor_dup_words (MusterRedactor *redactor, const char *where, const char *text)
{
  char *left;

  if (text == NULL || !redactor->redacts)
    return g_strdup (text);
  left = dup_composed (text);
  withhold_names (redactor, where, PARTS, &left);
  return left;
}

char *
muster_redactor_dup_text (MusterRedactor *redactor, const char *where, const char *text)
{
  char *left;

  if (text == NULL || !redactor->redacts)
    return g_strdup (text);
  left = dup_composed (text);
  /* First: a name may be a part of an address. */
  replace (redactor, redactor->pattern, MUSTER_REDACTION_PATTERN, where, &left);
  withhold_names (redactor, where, N_LISTS, &left);
  return left;
}

/* A name that is left out with all around it is not missed. */
static void
look_for_words (MusterRedactor *redactor, const char *text)
{
  g_autofree char *composed = dup_composed (text);
  g_autoptr (GMatchInfo) match = NULL;

  if (redactor->lists[WORDS]->len == 0)
    return;
  for (g_regex_match (get_regex (redactor, WORDS), composed, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    note_found (redactor, match);
}

char *
muster_redactor_dup_field (MusterRedactor *redactor, MusterRedactionKind kind, const char *where, const char *value)
{
  if (value == NULL || !redactor->redacts)
    return g_strdup (value);
  look_for_words (redactor, value);
  muster_redactor_note (redactor, kind, where, 1);
  return g_strdup (_("[withheld]"));
}

/* Where it stands already, it is counted on. */
void
muster_redactor_note (MusterRedactor *redactor, MusterRedactionKind kind, const char *where, guint n)
{
  MusterRedaction *redaction;

  for (guint i = 0; i < redactor->log->len; i++)
    {
      redaction = redactor->log->pdata[i];
      if (redaction->kind == kind && g_str_equal (redaction->where, where))
        {
          redaction->n += n;
          return;
        }
    }
  redaction = g_new0 (MusterRedaction, 1);
  redaction->kind = kind;
  redaction->where = g_strdup (where);
  redaction->n = n;
  g_ptr_array_add (redactor->log, redaction);
}

GPtrArray *
muster_redactor_get_log (MusterRedactor *redactor)
{
  return redactor->log;
}

/* @ending: of the plural */
static gboolean
is_found (MusterRedactor *redactor, const char *word, const char *ending)
{
  g_autofree char *plural = g_strconcat (word, ending, NULL), *folded = muster_text_fold (plural);

  return g_hash_table_contains (redactor->found, folded);
}

GPtrArray *
muster_redactor_list_unfound (MusterRedactor *redactor)
{
  GPtrArray *unfound = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < redactor->asked->len; i++)
    {
      const char *word = redactor->asked->pdata[i];

      if (!is_found (redactor, word, "") && !is_found (redactor, word, "s") && !is_found (redactor, word, "es"))
        g_ptr_array_add (unfound, g_strdup (word));
    }
  return unfound;
}
