/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* E-mail addresses that several people have: an office's. One says who a person is, and so it is kept for nobody then who is known by something else. */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-identifier.h"
#include "domain/muster-name-compare.h"

/* Two rows of different people. */
typedef struct
{
  guint row;
  guint other;
} Pair;

static gboolean
has_strong (const MusterAssister *person)
{
  return person->npn != NULL || person->assister_id != NULL || person->training_id != NULL || person->admin_id != NULL;
}

static gboolean
differ (const char *a, const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) != 0;
}

static gboolean
agree (const char *a, const char *b)
{
  return a != NULL && g_strcmp0 (a, b) == 0;
}

static gboolean
have_one_in_common (const MusterAssister *a, const MusterAssister *b)
{
  return agree (a->npn, b->npn) || agree (a->assister_id, b->assister_id) || agree (a->training_id, b->training_id) || agree (a->admin_id, b->admin_id);
}

static gboolean
contradict (const MusterAssister *a, const MusterAssister *b)
{
  return differ (a->npn, b->npn) || differ (a->assister_id, b->assister_id) || differ (a->training_id, b->training_id) || differ (a->admin_id, b->admin_id);
}

static gboolean
has_name (const MusterAssister *person)
{
  return person->given_name != NULL || person->family_name != NULL;
}

/* Whether the two rows, of one address, tell of different people for sure. */
static gboolean
are_others (const MusterAssister *a, const MusterAssister *b)
{
  if (!has_strong (a) || !has_strong (b) || have_one_in_common (a, b) || !has_name (a) || !has_name (b))
    return FALSE;
  return muster_name_compare (a, b) != MUSTER_NAME_SAME;
}

static void
compare (MusterImportPlanning *planning, guint row, guint earlier)
{
  MusterImportRow values, other;
  g_autofree char *key = NULL;

  muster_import_planning_read (planning, row, &values);
  muster_import_planning_read (planning, earlier, &other);
  key = muster_import_dup_identifier (&values, MUSTER_KIND_EMAIL);
  if (key != NULL && !g_hash_table_contains (planning->shared, key))
    {
      g_autofree char *other_key = muster_import_dup_identifier (&other, MUSTER_KIND_EMAIL);
      const Pair pair = { row, earlier };

      if (g_strcmp0 (key, other_key) == 0 && are_others (&values.person, &other.person))
        g_hash_table_insert (planning->shared, g_steal_pointer (&key), g_memdup2 (&pair, sizeof pair));
    }
  muster_import_row_clear (&values);
  muster_import_row_clear (&other);
}

static gboolean
is_strong_filled (const MusterImportPlanning *planning, const char *const *cells)
{
  static const MusterImportField strong[] = { MUSTER_FIELD_NPN, MUSTER_FIELD_ASSISTER_ID, MUSTER_FIELD_TRAINING_ID, MUSTER_FIELD_ADMIN_ID };

  for (guint i = 0; i < G_N_ELEMENTS (strong); i++)
    {
      int column = muster_import_planning_find_field (planning, strong[i]);

      if (column >= 0 && *cells[column] != '\0')
        return TRUE;
    }
  return FALSE;
}

/* The row keeps none. */
static void
drop (MusterImportPlanning *planning, guint row, MusterImportRow *values, const char *message)
{
  MusterFinding *finding = muster_import_planning_find (planning, row, "email-shared", FALSE, values->person.email, message);

  muster_import_planning_place (planning, finding, muster_import_planning_find_field (planning, MUSTER_FIELD_EMAIL));
  g_hash_table_add (planning->plan->without_email, GUINT_TO_POINTER (row));
  g_clear_pointer (&values->person.email, g_free);
}

static char *
dup_other_line (MusterImportPlanning *planning, guint row, const char *email, const Pair *pair)
{
  guint other = pair->row == row ? pair->other : pair->row;
  MusterImportRow values;
  g_autofree char *name = NULL;

  muster_import_planning_read (planning, other, &values);
  name = muster_assister_dup_name (&values.person);
  muster_import_row_clear (&values);
  /* Translators: an e-mail address, a line, the name in the row there */
  return g_strdup_printf (_("“%s” stands on line %u, of %s, too. An e-mail address says who a person is, so it is taken for none of them; they are known by their other identifiers."), email,
                          muster_sheet_get_line (planning->sheet, other), name);
}

/* Nothing else says who it is. */
static void
reject (MusterImportPlanning *planning, guint row, const char *email, const Pair *pair)
{
  g_autofree char *message = g_strdup_printf (_("“%s” is the address of several people of the file, and the row has nothing else to know the person by."), email);
  MusterFinding *finding = muster_import_planning_find (planning, row, "email-shared", TRUE, email, message);

  muster_import_planning_place (planning, finding, muster_import_planning_find_field (planning, MUSTER_FIELD_EMAIL));
  planning->plan->fates[row] = MUSTER_FATE_REJECTED;
}

static void
settle_in_file (MusterImportPlanning *planning, guint row, MusterImportRow *values, const Pair *pair)
{
  g_autofree char *message = NULL;

  if (!has_strong (&values->person))
    {
      reject (planning, row, values->person.email, pair);
      return;
    }
  message = dup_other_line (planning, row, values->person.email, pair);
  drop (planning, row, values, message);
}

/* The row has a number of its own, which the register has of somebody else or of nobody; and another name than who has the address there. */
static gboolean
is_of_other (const MusterImportRow *values, const MusterImportMatch *match, const MusterAssister *owner)
{
  gboolean is_known = FALSE;
  MusterNameLikeness likeness = muster_name_compare (&values->person, owner);

  for (guint kind = MUSTER_KIND_NPN; kind < MUSTER_KIND_EMAIL; kind++)
    {
      if (match->n[kind] > 0 && match->ids[kind] == owner->id)
        return FALSE;
      is_known |= match->n[kind] == 1;
    }
  return is_known ? likeness != MUSTER_NAME_SAME : likeness == MUSTER_NAME_OTHER && contradict (&values->person, owner);
}

/* Sets @has_own if the register has the address of whom the row is about. */
static gboolean
settle_with_register (MusterImportPlanning *planning, guint row, MusterImportRow *values, MusterImportMatch *match, gboolean *has_own, GError **error)
{
  g_autoptr (MusterAssister) owner = NULL;
  g_autofree char *code = NULL, *name = NULL, *message = NULL;

  if (match->n[MUSTER_KIND_EMAIL] != 1 || !has_strong (&values->person) || muster_import_planning_get_decision (planning, row) > 0)
    return TRUE;
  owner = muster_people_table_load (planning->database, match->ids[MUSTER_KIND_EMAIL], error);
  if (owner == NULL)
    return FALSE;
  *has_own = muster_name_compare (&values->person, owner) == MUSTER_NAME_SAME && !contradict (&values->person, owner);
  if (!is_of_other (values, match, owner))
    return TRUE;
  code = muster_assister_dup_code (owner->id);
  name = muster_assister_dup_name (owner);
  /* Translators: an e-mail address, P-17, a name */
  message = g_strdup_printf (_("“%s” belongs to %s, %s, on the roster. An e-mail address says who a person is, so it stays there, and the row is read without it."), values->person.email, code, name);
  drop (planning, row, values, message);
  return TRUE;
}

void
muster_import_planning_look_for_shared (MusterImportPlanning *planning)
{
  g_autoptr (MusterImportRepeats) seen = muster_import_repeats_new ();
  g_autofree const char **cells = g_new0 (const char *, planning->options->n_fields);
  int column = muster_import_planning_find_field (planning, MUSTER_FIELD_EMAIL);

  planning->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (column < 0 || planning->options->key == MUSTER_KEY_EMAIL)
    return;
  for (guint row = 0; row < muster_sheet_get_n_rows (planning->sheet); row++)
    {
      g_autofree char *key = NULL;
      guint earlier;

      muster_import_options_get_row (planning->options, planning->sheet, row, cells);
      if (strchr (cells[column], '@') == NULL || muster_import_options_is_left_out (planning->options, row) || !is_strong_filled (planning, cells))
        continue;
      key = muster_identifier_dup_email_key (cells[column]);
      if (!muster_import_repeats_add (seen, MUSTER_KIND_EMAIL, key, row, &earlier))
        compare (planning, row, earlier);
    }
}

gboolean
muster_import_planning_settle_shared (MusterImportPlanning *planning, guint row, MusterImportRow *values, MusterImportMatch *match, GError **error)
{
  g_autofree char *key = values->person.email != NULL && planning->options->key != MUSTER_KEY_EMAIL ? muster_import_dup_identifier (values, MUSTER_KIND_EMAIL) : NULL;
  const Pair *pair = key != NULL ? g_hash_table_lookup (planning->shared, key) : NULL;

  gboolean has_own = FALSE;

  if (key == NULL || planning->plan->fates[row] == MUSTER_FATE_REJECTED)
    return TRUE;
  if (!settle_with_register (planning, row, values, match, &has_own, error))
    return FALSE;
  if (pair != NULL && !has_own && values->person.email != NULL)
    settle_in_file (planning, row, values, pair);
  if (values->person.email != NULL)
    return TRUE;
  match->n[MUSTER_KIND_EMAIL] = 0;
  g_clear_pointer (&match->texts[MUSTER_KIND_EMAIL], g_free);
  return TRUE;
}
