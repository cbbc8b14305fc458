/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-adoption-preview.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-roster-query.h"

void
muster_adoption_preview_free (MusterAdoptionPreview *preview)
{
  if (preview == NULL)
    return;
  g_clear_pointer (&preview->pack_before, muster_rule_pack_unref);
  g_clear_pointer (&preview->pack_after, muster_rule_pack_unref);
  g_clear_pointer (&preview->changes, g_array_unref);
  g_free (preview);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  return (int) ((const MusterAdoptionChange *) a)->change - (int) ((const MusterAdoptionChange *) b)->change;
}

/* Whoever came between the two readings is passed over. */
static void
compare_people (MusterAdoptionPreview *preview, MusterRosterIndex *before, MusterRosterIndex *after)
{
  MusterRuleComparison comparison;

  muster_rule_comparison_init (&comparison, preview->pack_before, preview->pack_after);
  for (guint i = 0; i < muster_roster_index_get_size (before); i++)
    {
      MusterAdoptionChange line;

      line.assister_id = muster_roster_index_get_facts (before, i, &line.before);
      if (!muster_roster_index_find_facts (after, line.assister_id, &line.after))
        continue;
      preview->n_people++;
      preview->n_may_before += muster_standing_judge (&line.before).may_assist;
      preview->n_may_after += muster_standing_judge (&line.after).may_assist;
      line.change = muster_rule_comparison_judge (&comparison, &line.before, &line.after);
      if (line.change == MUSTER_CHANGE_NONE)
        continue;
      preview->n_of[line.change]++;
      g_array_append_val (preview->changes, line);
    }
  g_array_sort (preview->changes, compare_changes);
}

/* @pack: (nullable): for the second day; else the one in force then. */
static MusterAdoptionPreview *
compare (MusterDatabase *database, MusterRulePack *pack, const GDate *day_before, const GDate *day_after, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) before = muster_roster_index_new (database, day_before, NULL, cancellable, error);
  g_autoptr (MusterRosterIndex) after = before != NULL ? muster_roster_index_new_by (database, pack, day_after, NULL, cancellable, error) : NULL;
  MusterAdoptionPreview *preview;

  if (after == NULL)
    return NULL;
  preview = g_new0 (MusterAdoptionPreview, 1);
  preview->pack_before = muster_rule_pack_ref (muster_roster_index_get_pack (before));
  preview->pack_after = muster_rule_pack_ref (muster_roster_index_get_pack (after));
  preview->day_before = *day_before;
  preview->day_after = *day_after;
  preview->changes = g_array_new (FALSE, FALSE, sizeof (MusterAdoptionChange));
  compare_people (preview, before, after);
  return preview;
}

MusterAdoptionPreview *
muster_adoption_preview_new (MusterDatabase *database, MusterRulePack *pack, const GDate *on, GCancellable *cancellable, GError **error)
{
  return compare (database, pack, on, on, cancellable, error);
}

MusterAdoptionPreview *
muster_adoption_preview_new_for_day (MusterDatabase *database, const GDate *today, const GDate *on, GCancellable *cancellable, GError **error)
{
  g_autofree char *day = NULL;

  if (g_date_compare (on, today) >= 0)
    return compare (database, NULL, today, on, cancellable, error);
  day = muster_date_dup_text (on);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is past: what changes is asked of today or a later day. How things stood on an earlier day the roster says as of that day."), day);
  return NULL;
}
