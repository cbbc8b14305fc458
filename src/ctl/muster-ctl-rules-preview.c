/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-rules.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-rule-text.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-adoption-preview.h"
#include "store/muster-people-table.h"

static void
json_answer (JsonBuilder *json, const char *key, MusterRulePack *pack, const MusterStandingFacts *facts)
{
  MusterStanding standing = muster_standing_judge (facts);
  g_auto (GStrv) reasons = muster_ctl_dup_reason_codes (standing.reasons);
  g_autoptr (GPtrArray) lacking = muster_standing_list_lacking (pack, facts);
  GDate through;

  muster_day_to_date (standing.may_assist ? facts->through : 0, &through);
  json_builder_set_member_name (json, key);
  json_builder_begin_object (json);
  muster_ctl_json_flag (json, "may_assist", standing.may_assist);
  muster_ctl_json_day (json, "through", &through);
  muster_ctl_json_texts (json, "reasons", (const char *const *) reasons);
  muster_ctl_json_begin_list (json, "requirements");
  for (guint i = 0; i < lacking->len; i++)
    json_builder_add_string_value (json, lacking->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static gboolean
json_changes (JsonBuilder *json, MusterDatabase *database, const MusterAdoptionPreview *preview, guint limit, GError **error)
{
  muster_ctl_json_begin_list (json, "changes");
  for (guint i = 0; i < MIN (preview->changes->len, limit); i++)
    {
      const MusterAdoptionChange *line = &g_array_index (preview->changes, MusterAdoptionChange, i);
      g_autoptr (MusterAssister) person = muster_people_table_load (database, line->assister_id, error);
      g_autofree char *name = person != NULL ? muster_assister_dup_list_name (person) : NULL;
      g_autofree char *code = muster_assister_dup_code (line->assister_id);

      if (person == NULL)
        return FALSE;
      json_builder_begin_object (json);
      muster_ctl_json_text (json, "id", code);
      muster_ctl_json_text (json, "name", name);
      muster_ctl_json_text (json, "change", muster_answer_change_to_code (line->change));
      json_answer (json, "before", preview->pack_before, &line->before);
      json_answer (json, "after", preview->pack_after, &line->after);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static int
print_json (MusterCtl *ctl, const MusterAdoptionPreview *preview, guint limit, GError **error)
{
  g_autofree char *warning = muster_rule_pack_dup_warning (preview->pack_after, &preview->day_after);
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_text (json, "rule_pack_before", muster_rule_pack_get_name (preview->pack_before));
  muster_ctl_json_text (json, "rule_pack_after", muster_rule_pack_get_name (preview->pack_after));
  muster_ctl_json_day (json, "day_before", &preview->day_before);
  muster_ctl_json_day (json, "day_after", &preview->day_after);
  muster_ctl_json_text (json, "warning", warning);
  muster_ctl_json_number (json, "people", preview->n_people);
  muster_ctl_json_number (json, "may_assist_before", preview->n_may_before);
  muster_ctl_json_number (json, "may_assist_after", preview->n_may_after);
  for (guint i = 0; i < MUSTER_N_ANSWER_CHANGES; i++)
    muster_ctl_json_number (json, muster_answer_change_to_code (i), preview->n_of[i]);
  muster_ctl_json_number (json, "changed", preview->changes->len);
  if (!json_changes (json, ctl->database, preview, limit, error))
    return -1;
  muster_ctl_json_print (json);
  return MUSTER_EXIT_DONE;
}

/* Why not, or until when. */
static char *
dup_why (MusterRulePack *pack, const MusterStandingFacts *facts)
{
  char *reasons = muster_standing_dup_reasons (pack, facts);
  g_autofree char *day = NULL;
  GDate through;

  if (reasons != NULL)
    return reasons;
  muster_day_to_date (facts->through, &through);
  day = muster_date_to_iso (&through);
  return day != NULL ? g_strdup_printf (_("Through %s"), day) : NULL;
}

static gboolean
print_changes (MusterDatabase *database, const MusterAdoptionPreview *preview, guint limit, GError **error)
{
  const char *headers[] = { _("Person"), _("Change"), _("Before"), _("After") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < MIN (preview->changes->len, limit); i++)
    {
      const MusterAdoptionChange *line = &g_array_index (preview->changes, MusterAdoptionChange, i);
      g_autoptr (MusterAssister) person = muster_people_table_load (database, line->assister_id, error);
      g_autofree char *name = person != NULL ? muster_assister_dup_list_name (person) : NULL;
      g_autofree char *before = dup_why (preview->pack_before, &line->before), *after = dup_why (preview->pack_after, &line->after);

      if (person == NULL)
        return FALSE;
      muster_ctl_table_add (table, (const char *[]) { name, muster_answer_change_get_label (line->change), before, after });
    }
  if (preview->changes->len == 0)
    return TRUE;
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
  return TRUE;
}

static void
print_side (MusterRulePack *pack, const GDate *day, guint n_may, guint n_people)
{
  g_autofree char *text = muster_date_to_iso (day), *warning = muster_rule_pack_dup_warning (pack, day);

  muster_ctl_print (_("%s, by “%s”: %u of %u people may assist.\n"), text, muster_rule_pack_get_title (pack), n_may, n_people);
  if (warning != NULL)
    muster_ctl_print ("  %s\n", warning);
}

static int
print_text (MusterCtl *ctl, const MusterAdoptionPreview *preview, guint limit, GError **error)
{
  print_side (preview->pack_before, &preview->day_before, preview->n_may_before, preview->n_people);
  print_side (preview->pack_after, &preview->day_after, preview->n_may_after, preview->n_people);
  if (preview->changes->len == 0)
    muster_ctl_print ("%s\n", _("Nobody’s answer changes."));
  for (guint i = 0; i < MUSTER_N_ANSWER_CHANGES; i++)
    if (preview->n_of[i] != 0)
      muster_ctl_print ("  %s: %u\n", muster_answer_change_get_label (i), preview->n_of[i]);
  if (!print_changes (ctl->database, preview, limit, error))
    return -1;
  if (preview->changes->len > limit)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "… and %u more.\n", "… and %u more.\n", preview->changes->len - limit), preview->changes->len - limit);
  return MUSTER_EXIT_DONE;
}

static int
print (MusterCtl *ctl, const MusterAdoptionPreview *preview, GError **error)
{
  guint limit;

  if (!muster_ctl_get_number (ctl, "limit", G_MAXUINT, &limit, error))
    return -1;
  return ctl->json ? print_json (ctl, preview, limit, error) : print_text (ctl, preview, limit, error);
}

int
muster_ctl_rules_preview (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterRulePack) pack = NULL;
  g_autoptr (MusterAdoptionPreview) preview = NULL;
  GDate from;

  if (!muster_ctl_get_day (ctl, "from", &from, error))
    return -1;
  if (!g_date_valid (&from))
    muster_ctl_rules_get_today (&from);
  pack = muster_ctl_rules_find (ctl, muster_ctl_get_argument (ctl, 0), error);
  preview = pack != NULL ? muster_adoption_preview_new (ctl->database, pack, &from, ctl->cancellable, error) : NULL;
  return preview != NULL ? print (ctl, preview, error) : -1;
}

int
muster_ctl_rules_simulate (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterAdoptionPreview) preview = NULL;
  GDate today, on;

  muster_ctl_rules_get_today (&today);
  if (!muster_ctl_get_day (ctl, "on", &on, error) || muster_ctl_read (ctl, error) == NULL)
    return -1;
  if (g_date_compare (&on, &today) < 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("What will be is asked of today or a later day. Of one that has passed, “musterctl roster --as-of” tells."));
      return -1;
    }
  preview = muster_adoption_preview_new_for_day (ctl->database, &today, &on, ctl->cancellable, error);
  return preview != NULL ? print (ctl, preview, error) : -1;
}
