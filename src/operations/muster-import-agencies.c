/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "domain/muster-likely-name.h"
#include "domain/muster-text.h"

/* Comparing every new name with every known one takes its time; more than this nobody looks through. */
#define MOST_COMPARISONS 1000000

/* In a line of text. */
#define MOST_SHOWN 5

static MusterImportAgency *
agency_new (const char *name, gint64 id)
{
  MusterImportAgency *agency = g_new0 (MusterImportAgency, 1);

  agency->id = id;
  agency->name = g_strdup (name);
  return agency;
}

static gboolean
look_up (MusterImportPlanning *planning, const char *name, MusterImportAgency **agency, GError **error)
{
  g_autofree char *key = muster_text_fold (name);
  gint64 id;

  *agency = g_hash_table_lookup (planning->agencies, key);
  if (*agency != NULL)
    return TRUE;
  if (!muster_people_table_find_agency (planning->database, name, &id, error))
    return FALSE;
  *agency = agency_new (name, id);
  g_hash_table_insert (planning->agencies, g_steal_pointer (&key), *agency);
  return TRUE;
}

/* Only rows that come to anything make an agency. In order of the rows. */
static GPtrArray *
list_new (MusterImportPlanning *planning)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < planning->strange->len; i++)
    {
      const MusterImportStrangeRow *strange = &g_array_index (planning->strange, MusterImportStrangeRow, i);
      MusterRowFate fate = planning->plan->fates[strange->row];

      if (fate != MUSTER_FATE_CREATED && fate != MUSTER_FATE_UPDATED)
        continue;
      if (strange->agency->n_rows++ > 0)
        continue;
      strange->agency->first_row = strange->row;
      g_ptr_array_add (list, strange->agency);
    }
  return list;
}

static char *
dup_message (MusterImportPlanning *planning, const MusterImportAgency *agency, const char *likely)
{
  guint line = muster_sheet_get_line (planning->sheet, agency->first_row);
  /* Translators: the name of an agency, a number of rows, the line of the first */
  g_autofree char *news = g_strdup_printf (ngettext ("The register has no agency “%s”. %u row would make it, on line %u.", "The register has no agency “%s”. %u rows would make it, the first on line %u.", agency->n_rows), agency->name, agency->n_rows, line);

  if (likely == NULL)
    return g_steal_pointer (&news);
  /* Translators: a sentence, and an agency that the register has */
  return g_strdup_printf (_("%s Did you mean “%s”?"), news, likely);
}

/* Where there is no agency yet, new ones are what one expects. */
static void
find_new (MusterImportPlanning *planning, const MusterImportAgency *agency, int column, GPtrArray *known, gboolean compares)
{
  const char *likely = compares ? muster_likely_name_find (agency->name, known) : NULL;
  g_autofree char *message = dup_message (planning, agency, likely);
  MusterFinding *finding = muster_import_plan_find_column (planning->plan, column, "agency-unknown", message);

  finding->value = g_strdup (agency->name);
  finding->is_note = known->len == 0;
  if (column >= 0)
    finding->fix = g_strdup (likely);
  g_ptr_array_add (planning->plan->new_agencies, g_strdup (agency->name));
}

static void
free_agency_cb (gpointer data)
{
  MusterImportAgency *agency = data;

  g_free (agency->name);
  g_free (agency);
}

GHashTable *
muster_import_agencies_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_agency_cb);
}

gboolean
muster_import_planning_find_agency (MusterImportPlanning *planning, const char *name, gint64 *id, GError **error)
{
  MusterImportAgency *agency;

  if (!look_up (planning, name, &agency, error))
    return FALSE;
  *id = agency->id;
  return TRUE;
}

gboolean
muster_import_planning_note_agency (MusterImportPlanning *planning, guint row, const char *name, GError **error)
{
  MusterImportStrangeRow strange = { .row = row };

  if (!look_up (planning, name, &strange.agency, error))
    return FALSE;
  if (strange.agency->id == 0)
    g_array_append_val (planning->strange, strange);
  return TRUE;
}

gboolean
muster_import_planning_find_new_agencies (MusterImportPlanning *planning, GError **error)
{
  g_autoptr (GPtrArray) new_ones = list_new (planning);
  g_autoptr (GPtrArray) known = NULL, names = g_ptr_array_new ();
  int column = muster_import_planning_find_field (planning, MUSTER_FIELD_AGENCY);

  if (new_ones->len == 0)
    return TRUE;
  known = muster_people_table_list_agencies (planning->database, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (names, ((MusterAgency *) known->pdata[i])->name);
  for (guint i = 0; i < new_ones->len; i++)
    find_new (planning, new_ones->pdata[i], column, names, (guint64) new_ones->len * names->len <= MOST_COMPARISONS);
  return TRUE;
}

char *
muster_import_plan_dup_new_agencies (const MusterImportPlan *plan)
{
  GString *text;
  guint shown = MIN (plan->new_agencies->len, MOST_SHOWN), rest = plan->new_agencies->len - shown;

  if (shown == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < shown; i++)
    muster_text_append_quoted (text, plan->new_agencies->pdata[i]);
  if (rest > 0)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", rest), rest);
  return g_string_free_and_steal (text);
}

static gboolean
is_certified (const MusterImportPlanning *planning, GPtrArray *events)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      MusterCertificationState state = muster_certification_state_on (events, 1u << i, &planning->options->today, NULL);

      if (state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
mention_move (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (planning->database, person, error);
  g_autoptr (GPtrArray) stays = NULL;
  g_autofree char *code = muster_assister_dup_code (person);
  g_autofree char *message = NULL;
  MusterFinding *finding;

  if (events == NULL || !is_certified (planning, events))
    return events != NULL;
  stays = muster_people_table_list_affiliations (planning->database, person, error);
  if (stays == NULL || stays->len == 0)
    return stays != NULL;
  /* Translators: P-17, the agency now, the agency that the file says */
  message = g_strdup_printf (_("%s is certified, and moves from “%s” to “%s” by this row. Make sure that this is so."), code, ((MusterAffiliation *) stays->pdata[0])->agency_name, values->agency);
  finding = muster_import_planning_find (planning, row, "agency-changes", FALSE, values->agency, message);
  muster_import_planning_place (planning, finding, muster_import_planning_find_field (planning, MUSTER_FIELD_AGENCY));
  return TRUE;
}

gboolean
muster_import_planning_check_agency (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gint64 person, gboolean *moves, GError **error)
{
  gint64 wanted, current;

  if (!muster_import_planning_find_agency (planning, values->agency, &wanted, error) || !muster_people_table_get_agency (planning->database, person, &current, error))
    return FALSE;
  *moves = wanted == 0 || wanted != current;
  return !*moves || current == 0 || mention_move (planning, row, values, person, error);
}
