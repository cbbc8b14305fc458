/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include <glib/gi18n-lib.h>

#include "store/muster-people-table.h"

#define MASK "•••••••••"
#define NOTHING "–"

/* What the message is made of. */
typedef struct
{
  const MusterUndoSaying *saying;
  gboolean takes_back;
  char *who;   /* "Lindqvist, Ana (P-17)" */
  char *entry; /* its number and what it did */
  char *other; /* "P-9" */
  const char *imported;
  const char *now;
  const char *back;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->who);
  g_free (words->entry);
  g_free (words->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* An Assister ID is shown to nobody who does not ask for it. */
static const char *
get_shown (MusterImportField field, const char *value)
{
  return field == MUSTER_FIELD_ASSISTER_ID && value != NULL ? MASK : value;
}

static gboolean
load_entry (MusterUndoPlanning *planning, gint64 entry, char **text, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, "SELECT operation FROM journal_entry WHERE sequence = ?1", error);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry);
  const MusterOperationRule *rule = NULL;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, entry);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    rule = muster_operation_rule_find (muster_statement_get_text (statement, 0));
  /* Translators: the number of an entry of the journal, and what was done: "245, Edited a person" */
  *text = g_strdup_printf (_("%s, “%s”"), number, rule != NULL ? _(rule->label) : NOTHING);
  return TRUE;
}

static gboolean
load_words (MusterUndoPlanning *planning, const MusterUndoSaying *saying, Words *words, char **name, GError **error)
{
  gint64 taken_back;
  g_autoptr (MusterAssister) person = muster_people_table_load_any (planning->database, saying->person, &taken_back, error);
  g_autofree char *code = muster_assister_dup_code (saying->person);

  if (person == NULL || (saying->entry != 0 && !load_entry (planning, saying->entry, &words->entry, error)))
    return FALSE;
  *name = muster_assister_dup_list_name (person);
  words->saying = saying;
  words->takes_back = planning->takes_back;
  words->who = g_strdup_printf ("%s (%s)", *name, code);
  words->other = muster_assister_dup_code (saying->other);
  words->imported = get_shown (saying->field, saying->imported);
  words->now = get_shown (saying->field, saying->now);
  words->back = get_shown (saying->field, saying->back);
  return TRUE;
}

static const char *
get_role (const char *code)
{
  MusterAssisterType type;

  return muster_assister_type_from_text (code, &type, NULL) ? muster_assister_type_get_label (type) : code;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : NOTHING;
}

static char *
dup_message_of_change (const Words *words)
{
  if (words->saying->field != MUSTER_FIELD_IGNORE)
    /* Translators: a person, a field, a value, the entry of the journal */
    return g_strdup_printf (_("%s: “%s” stays “%s”; it was changed after the import (entry %s)."), words->who, muster_import_field_get_label (words->saying->field), or_nothing (words->now),
                            words->entry);
  if (g_strcmp0 (words->now, "1") == 0)
    return g_strdup_printf (_("%s stays active on the roster, as recorded after the import (entry %s)."), words->who, words->entry);
  return g_strdup_printf (_("%s stays inactive on the roster, as recorded after the import (entry %s)."), words->who, words->entry);
}

static char *
dup_message_of_value (const Words *words)
{
  const char *label = muster_import_field_get_label (words->saying->field);

  switch (words->saying->rule)
    {
    case MUSTER_UNDO_CHANGED_SINCE:
      return dup_message_of_change (words);
    case MUSTER_UNDO_TAKEN:
      /* Translators: a person, a field, a value, the value that would come back, the number of another person */
      return g_strdup_printf (_("%s: “%s” stays “%s”; “%s”, which would come back, belongs to %s now."), words->who, label, or_nothing (words->now), or_nothing (words->back), words->other);
    case MUSTER_UNDO_NEEDED:
      return g_strdup_printf (_("%s: what the import set stays; without it there would be no name, or nothing to know the person by."), words->who);
    case MUSTER_UNDO_ROLE_USED:
      if (words->takes_back)
        return g_strdup_printf (_("%s: the role “%s” stays; more was recorded in it after the import (entry %s)."), words->who, get_role (words->now), words->entry);
      return g_strdup_printf (_("%s: the role “%s” does not come back from the import; it was recorded otherwise meanwhile (entry %s)."), words->who, get_role (words->now), words->entry);
    case MUSTER_UNDO_TOUCHED:
    case MUSTER_UNDO_STAYS_AWAY:
    case MUSTER_UNDO_GONE:
    case MUSTER_UNDO_DISPOSED:
    case MUSTER_UNDO_TASK_STAYS:
    default:
      return NULL;
    }
}

static char *
dup_message (const Words *words)
{
  switch (words->saying->rule)
    {
    case MUSTER_UNDO_TOUCHED:
      return g_strdup_printf (_("%s stays on the roster; something was done about the person after the import (entry %s)."), words->who, words->entry);
    case MUSTER_UNDO_STAYS_AWAY:
      /* Translators: a person, the number of another person, a field */
      return g_strdup_printf (_("%s does not come back; %s has the same “%s” now."), words->who, words->other, muster_import_field_get_label (words->saying->field));
    case MUSTER_UNDO_GONE:
      return g_strdup_printf (_("%s was taken back with another import; nothing about the person changes."), words->who);
    case MUSTER_UNDO_DISPOSED:
      return g_strdup_printf (_("%s: what was there before was destroyed under the retention schedule; nothing about the person changes."), words->who);
    case MUSTER_UNDO_TASK_STAYS:
      /* Translators: a person, and what the file said, "Status: Terminated" */
      return g_strdup_printf (_("%s: the task that the import made stays open (“%s”); close it with a note if the file was wrong."), words->who, or_nothing (words->now));
    case MUSTER_UNDO_CHANGED_SINCE:
    case MUSTER_UNDO_TAKEN:
    case MUSTER_UNDO_NEEDED:
    case MUSTER_UNDO_ROLE_USED:
    default:
      return dup_message_of_value (words);
    }
}

gboolean
muster_undo_findings_add (MusterUndoPlanning *planning, const MusterUndoSaying *saying, GError **error)
{
  g_auto (Words) words = { 0 };
  g_autoptr (MusterUndoFinding) finding = g_new0 (MusterUndoFinding, 1);

  if (!load_words (planning, saying, &words, &finding->name, error))
    return FALSE;
  finding->rule = saying->rule;
  finding->person = saying->person;
  finding->field = saying->field;
  finding->imported = g_strdup (words.imported);
  finding->now = g_strdup (words.now);
  finding->entry = saying->entry;
  finding->other = saying->other;
  finding->message = dup_message (&words);
  planning->plan->n_conflicts += muster_undo_rule_is_conflict (saying->rule);
  planning->plan->n_kept += saying->rule == MUSTER_UNDO_TOUCHED || saying->rule == MUSTER_UNDO_STAYS_AWAY;
  g_ptr_array_add (planning->plan->findings, g_steal_pointer (&finding));
  return TRUE;
}
