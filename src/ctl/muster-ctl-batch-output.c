/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-batch.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-override-remarks.h"

void
muster_ctl_coverage_warn (MusterCtl *ctl, const MusterCoveragePreview *preview)
{
  muster_ctl_warn (ctl, preview->warnings);
}

static void
json_line (JsonBuilder *json, const MusterBatchLine *line)
{
  g_autofree char *person = muster_assister_dup_code (line->assister_id);
  gboolean has_step = line->type != 0;

  json_builder_begin_object (json);
  muster_ctl_json_text (json, "person", person);
  muster_ctl_json_text (json, "name", line->name);
  muster_ctl_json_text (json, "type", has_step ? muster_assister_type_to_code (line->type) : NULL);
  muster_ctl_json_text (json, "from", has_step ? muster_certification_state_to_code (line->from) : NULL);
  muster_ctl_json_text (json, "to", has_step ? muster_certification_state_to_code (line->to) : NULL);
  muster_ctl_json_day (json, "on", &line->on);
  muster_ctl_json_text (json, "problem", line->problem);
  muster_ctl_json_flag (json, "under_investigation", line->under_investigation);
  muster_ctl_json_flag (json, "leaves", line->leaves);
  json_builder_end_object (json);
}

static void
print_json (MusterCertificationVerb verb, const MusterBatchPlan *plan, const MusterCoveragePreview *preview, gboolean is_dry_run)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_text (json, "verb", muster_certification_verb_to_code (verb));
  muster_ctl_json_flag (json, "dry_run", is_dry_run);
  muster_ctl_json_text (json, "digest", plan->digest);
  muster_ctl_json_number (json, "people", plan->n_people);
  muster_ctl_json_number (json, "refused", plan->n_refused);
  muster_ctl_json_begin_list (json, "lines");
  for (guint i = 0; i < plan->lines->len; i++)
    json_line (json, plan->lines->pdata[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "uncovered");
  json_builder_begin_object (json);
  muster_ctl_json_texts (json, "languages", (const char *const *) preview->coverage->everywhere.languages);
  muster_ctl_json_texts (json, "counties", (const char *const *) preview->coverage->everywhere.counties);
  muster_ctl_json_texts (json, "agencies_without_navigator", (const char *const *) preview->agencies);
  json_builder_end_object (json);
  muster_ctl_json_print (json);
}

static void
add_line (MusterCtlTable *table, const MusterBatchLine *line)
{
  g_autofree char *person = muster_assister_dup_code (line->assister_id);
  g_autofree char *day = muster_date_to_iso (&line->on);
  g_autofree char *step = NULL;
  const char *remark = line->problem != NULL ? line->problem : line->under_investigation ? _("while a case is open")
                                                             : line->leaves              ? _("leaves the agency")
                                                                                         : NULL;

  if (line->type != 0)
    step = g_strdup_printf ("%s → %s", muster_certification_state_get_label (line->from), muster_certification_state_get_label (line->to));
  muster_ctl_table_add (table, (const char *[]) { line->problem != NULL ? _("refused") : "", person, line->name, line->type != 0 ? muster_assister_type_get_label (line->type) : "", step, day, remark });
}

static void
print_sum (const MusterBatchPlan *plan, gboolean is_dry_run)
{
  guint n = plan->n_people;

  if (plan->n_refused == 0 && is_dry_run)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "It would be recorded of %u person.\n", "It would be recorded of %u people.\n", n), n);
  else if (plan->n_refused == 0)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "It was recorded of %u person.\n", "It was recorded of %u people.\n", n), n);
  else if (is_dry_run)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "It would be recorded of %u person; ", "It would be recorded of %u people; ", n), n);
  else
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "It was recorded of %u person; ", "It was recorded of %u people; ", n), n);
  if (plan->n_refused > 0)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "for %u it is not possible.\n", "for %u it is not possible.\n", plan->n_refused), plan->n_refused);
}

static void
print_text (const MusterBatchPlan *plan, gboolean is_dry_run)
{
  const char *headers[] = { "", _("Person"), _("Name"), _("Role"), _("Step"), _("From"), _("Remark") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < plan->lines->len; i++)
    add_line (table, plan->lines->pdata[i]);
  muster_ctl_table_print (table);
  print_sum (plan, is_dry_run);
  if (is_dry_run)
    /* Translators: a digest */
    muster_ctl_print (_("Nothing was changed. To do exactly this: --expect %s\n"), plan->digest);
}

void
muster_ctl_batch_print (MusterCtl *ctl, MusterCertificationVerb verb, const MusterBatchPlan *plan, const MusterCoveragePreview *preview, gboolean is_dry_run)
{
  muster_ctl_coverage_warn (ctl, preview);
  if (ctl->json)
    print_json (verb, plan, preview, is_dry_run);
  else if (is_dry_run || !ctl->quiet)
    print_text (plan, is_dry_run);
}

gboolean
muster_ctl_batch_print_one (MusterCtl *ctl, const MusterBatchRequest *request, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterBatchPlan) plan = NULL;
  g_autoptr (MusterCoveragePreview) preview = NULL;
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  plan = database != NULL ? muster_batch_plan_new (database, request, &today, error) : NULL;
  if (plan == NULL)
    return FALSE;
  if (plan->n_refused > 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, ((const MusterBatchLine *) plan->lines->pdata[0])->problem);
      return FALSE;
    }
  preview = muster_coverage_preview_new_batch (database, plan, &today, ctl->cancellable, error);
  if (preview == NULL)
    return FALSE;
  muster_ctl_batch_print (ctl, request->verb, plan, preview, TRUE);
  return TRUE;
}

gboolean
muster_ctl_coverage_is_asked (MusterCertificationVerb verb)
{
  return verb == MUSTER_VERB_SUSPEND || verb == MUSTER_VERB_WITHDRAW || verb == MUSTER_VERB_INACTIVATE || muster_override_remarks_concern (verb);
}
