/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-private.h"

#include "domain/muster-rule-packs.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-rule-operations.h"

/* The rules of the practice agency hold so long after their season has opened, in days. */
#define RULES_HOLD 300
#define OF_TEN 10

static void
set_day (GKeyFile *file, const char *group, const char *key, const GDate *from, guint days)
{
  GDate day = *from;
  g_autofree char *text = NULL;

  g_date_add_days (&day, days);
  text = muster_date_to_iso (&day);
  g_key_file_set_string (file, group, key, text);
}

/* The rules that everybody begins with, but for a season that is under way whenever somebody practises. */
static MusterRulePack *
make_pack (const GDate *today, guint days, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (!g_key_file_load_from_data (file, muster_rule_pack_get_text (muster_rule_packs_find_shipped (MUSTER_RULE_PACK_FIRST)), -1, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;
  g_key_file_set_string (file, "pack", "Name", "practice");
  g_key_file_set_string (file, "pack", "Title", "Practice rules");
  g_key_file_set_string (file, "pack", "Title[es]", "Reglas de práctica");
  set_day (file, "pack", "From", today, 0);
  set_day (file, "pack", "Through", today, RULES_HOLD);
  set_day (file, "season", "Opens", today, 1);
  set_day (file, "season", "Due", today, days);
  g_key_file_set_string (file, "season", "Citation", "Invented, for practice only");
  text = g_key_file_to_data (file, NULL, NULL);
  return muster_rule_pack_parse (text, -1, g_get_language_names (), error);
}

gboolean
muster_practice_adopt (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, GError **error)
{
  g_autoptr (MusterRulePack) pack = make_pack (today, deed->number, error);
  MusterAdoptRequest request = { .pack = pack, .from = *today, .reason = deed->text };

  return pack != NULL && muster_store_run (store, &muster_adopt_rule_pack, &request, NULL, NULL, error);
}

static gboolean
recertify (MusterStore *store, const MusterPracticeDeed *deed, const MusterRosterRow *row, const GDate *today, GError **error)
{
  MusterCertificationRequest request = { .assister_id = row->id, .reason = deed->text, .on = *today };

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      request.type = 1u << bit;
      if (row->facts.states[bit] == MUSTER_STATE_CERTIFIED && !muster_store_run (store, &muster_certify, &request, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_course (MusterStore *store, const MusterPracticeDeed *deed, const MusterRosterRow *row, const GDate *today, GError **error)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { .evidence = evidence };

  evidence->assister_id = row->id;
  evidence->requirement = g_strdup (deed->more);
  evidence->source = g_strdup (deed->text);
  evidence->on = *today;
  return muster_store_run (store, &muster_record_evidence, &request, NULL, NULL, error);
}

/* Whoever is certified and is behind yet, a tenth of them at a time. */
static gboolean
is_meant (const MusterPracticeDeed *deed, const MusterRosterRow *row)
{
  return row->id % OF_TEN == deed->number && row->standing.may_assist && row->facts.through != 0;
}

gboolean
muster_practice_season_step (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, void (*tick) (gpointer), gpointer data, GError **error)
{
  g_autoptr (GPtrArray) rows = muster_practice_list_roster (store, today, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const MusterRosterRow *row = rows->pdata[i];

      if (!is_meant (deed, row))
        continue;
      tick (data);
      if (deed->kind == PRACTICE_RECERTIFY ? !recertify (store, deed, row, today, error) : !take_course (store, deed, row, today, error))
        return FALSE;
    }
  return TRUE;
}
