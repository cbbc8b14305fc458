/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-redaction.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "domain/muster-withheld-name.h"

#define LEAST_PART 3 /* letters of a name, so that it is withheld by itself */

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
  OTHERS,       /* whole names of whom else an incident concerns */
  WORDS,        /* asked for */
  PARTS,        /* of the names of complainants */
  FAMILIES,     /* family names of whom else an incident concerns */
  N_LISTS,
} List;

/* A name as it was asked for, and whether it was found. */
typedef struct
{
  char *word;
  MusterWithheldName *name;
  gboolean found;
} Asked;

struct _MusterRedactor
{
  gboolean redacts;
  GPtrArray *lists[N_LISTS]; /* (element-type MusterWithheldName): the longest first */
  GPtrArray *kept;           /* folded: parts that stay */
  char *protected_name;      /* folded: the whole name that stays */
  GPtrArray *asked;          /* (element-type Asked) */
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
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->word);
  muster_withheld_name_free (asked->name);
  g_free (asked);
}

static void
add_name (MusterRedactor *redactor, List list, const char *name)
{
  MusterWithheldName *withheld = muster_withheld_name_new (name, list == FAMILIES);

  if (withheld == NULL)
    return;
  g_ptr_array_add (redactor->lists[list], withheld);
  g_ptr_array_sort_values (redactor->lists[list], muster_withheld_name_compare);
}

static void
add_asked (MusterRedactor *redactor, const char *word)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->word = g_strdup (word);
  asked->name = muster_withheld_name_new (word, FALSE);
  g_ptr_array_add (redactor->asked, asked);
  add_name (redactor, WORDS, word);
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
      add_asked (redactor, word);
    }
  return TRUE;
}

MusterRedactor *
muster_redactor_new (gboolean redacts, const char *const *words, GError **error)
{
  g_autoptr (MusterRedactor) redactor = g_new0 (MusterRedactor, 1);

  redactor->redacts = redacts;
  for (guint i = 0; i < N_LISTS; i++)
    redactor->lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_withheld_name_free);
  redactor->kept = g_ptr_array_new_with_free_func (g_free);
  redactor->asked = g_ptr_array_new_with_free_func (asked_free);
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
  g_clear_pointer (&redactor->pattern, g_regex_unref);
  for (guint i = 0; i < N_LISTS; i++)
    g_clear_pointer (&redactor->lists[i], g_ptr_array_unref);
  g_clear_pointer (&redactor->kept, g_ptr_array_unref);
  g_clear_pointer (&redactor->asked, g_ptr_array_unref);
  g_free (redactor->protected_name);
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

  g_free (redactor->protected_name);
  redactor->protected_name = muster_text_fold (name);
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

/* Whether each part of @family stays: whom it is about has the same. */
static gboolean
is_own_family (MusterRedactor *redactor, const char *family)
{
  g_auto (GStrv) parts = g_strsplit_set (family, " .,-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !is_kept (redactor, parts[i]))
      return FALSE;
  return TRUE;
}

void
muster_redactor_add_complainant (MusterRedactor *redactor, const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (muster_text_is_blank (name))
    return;
  add_name (redactor, COMPLAINANTS, name);
  parts = g_strsplit_set (name, " .,;()\t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) >= LEAST_PART && !g_unichar_islower (g_utf8_get_char (parts[i])) && !is_kept (redactor, parts[i]))
      add_name (redactor, PARTS, parts[i]);
}

static gboolean
is_protected (MusterRedactor *redactor, const char *name)
{
  g_autofree char *folded = muster_text_fold (name);

  return g_strcmp0 (folded, redactor->protected_name) == 0;
}

void
muster_redactor_add_other (MusterRedactor *redactor, const MusterAssister *other)
{
  g_autofree char *name = muster_assister_dup_name (other);
  g_autofree char *plain = g_strdup_printf ("%s %s", other->given_name != NULL ? other->given_name : "", other->family_name != NULL ? other->family_name : "");

  if (muster_text_is_blank (other->given_name) || muster_text_is_blank (other->family_name))
    g_clear_pointer (&plain, g_free);
  if (!muster_text_is_blank (name) && !is_protected (redactor, name))
    add_name (redactor, OTHERS, name);
  if (plain != NULL && !is_protected (redactor, plain))
    add_name (redactor, OTHERS, plain);
  if (!muster_text_is_blank (other->family_name) && !is_own_family (redactor, other->family_name))
    add_name (redactor, FAMILIES, other->family_name);
}

/* Replaces what @regex finds in @text. */
static void
replace (MusterRedactor *redactor, GRegex *regex, MusterRedactionKind kind, const char *where, char **text)
{
  g_autoptr (GMatchInfo) match = NULL;
  char *replaced;
  guint n = 0;

  for (g_regex_match (regex, *text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    n++;
  if (n == 0)
    return;
  replaced = g_regex_replace_literal (regex, *text, -1, 0, _("[withheld]"), 0, NULL);
  g_assert (replaced != NULL);
  muster_redactor_note (redactor, kind, where, n);
  g_free (*text);
  *text = replaced;
}

/* Composed, and always text. */
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
  static const MusterRedactionKind of_list[N_LISTS] = { MUSTER_REDACTION_COMPLAINANT, MUSTER_REDACTION_OTHER_PERSON, MUSTER_REDACTION_WORD, MUSTER_REDACTION_COMPLAINANT,
                                                        MUSTER_REDACTION_OTHER_PERSON };

  for (List list = 0; list < n_lists; list++)
    for (guint i = 0; i < redactor->lists[list]->len; i++)
      {
        guint n = muster_withheld_name_replace (redactor->lists[list]->pdata[i], _("[withheld]"), text);

        if (n > 0)
          muster_redactor_note (redactor, of_list[list], where, n);
      }
}

/* A name that is left out with all around it, or as that of somebody who is withheld anyway, is not missed. */
static void
look_for_words (MusterRedactor *redactor, const char *text)
{
  g_autoptr (MusterFoldedText) folded = NULL;
  g_autofree char *composed = NULL;

  if (redactor->asked->len == 0)
    return;
  composed = dup_composed (text);
  folded = muster_folded_text_new (composed);
  for (guint i = 0; i < redactor->asked->len; i++)
    {
      Asked *asked = redactor->asked->pdata[i];

      asked->found = asked->found || (asked->name != NULL && muster_withheld_name_is_in (asked->name, folded));
    }
}

char *
muster_redactor_dup_words (MusterRedactor *redactor, const char *where, const char *text)
{
  char *left;

  if (text == NULL || !redactor->redacts)
    return g_strdup (text);
  left = dup_composed (text);
  look_for_words (redactor, left);
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
  look_for_words (redactor, left);
  /* First: a name may be a part of an address. */
  replace (redactor, redactor->pattern, MUSTER_REDACTION_PATTERN, where, &left);
  withhold_names (redactor, where, N_LISTS, &left);
  return left;
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

GPtrArray *
muster_redactor_list_unfound (MusterRedactor *redactor)
{
  GPtrArray *unfound = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < redactor->asked->len; i++)
    {
      const Asked *asked = redactor->asked->pdata[i];

      if (!asked->found)
        g_ptr_array_add (unfound, g_strdup (asked->word));
    }
  return unfound;
}
