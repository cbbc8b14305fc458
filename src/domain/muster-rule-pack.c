/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-pack-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

void
muster_rule_days_free (MusterRuleDays *days)
{
  g_free (days->title);
  muster_rule_source_clear (&days->source);
  g_free (days);
}

static void
pack_free (gpointer data)
{
  MusterRulePack *pack = data;

  for (guint i = 0; i < MUSTER_N_SEVERITIES; i++)
    {
      muster_rule_source_clear (&pack->severities[i].due.source);
      muster_rule_source_clear (&pack->severities[i].step.source);
    }
  muster_rule_source_clear (&pack->season.source);
  g_clear_pointer (&pack->days, g_hash_table_unref);
  g_clear_pointer (&pack->day_keys, g_ptr_array_unref);
  g_clear_pointer (&pack->requirements, g_ptr_array_unref);
  g_clear_pointer (&pack->reminders, g_array_unref);
  g_free (pack->name);
  g_free (pack->title);
  g_free (pack->text);
}

MusterRulePack *
muster_rule_pack_new_empty (void)
{
  MusterRulePack *pack = g_atomic_rc_box_new0 (MusterRulePack);

  pack->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) muster_rule_days_free);
  pack->day_keys = g_ptr_array_new ();
  pack->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_requirement_free);
  pack->reminders = g_array_new (FALSE, FALSE, sizeof (guint));
  return pack;
}

MusterRulePack *
muster_rule_pack_ref (MusterRulePack *pack)
{
  return g_atomic_rc_box_acquire (pack);
}

void
muster_rule_pack_unref (MusterRulePack *pack)
{
  g_atomic_rc_box_release_full (pack, pack_free);
}

gboolean
muster_rule_pack_equal (MusterRulePack *a, MusterRulePack *b)
{
  return strcmp (a->text, b->text) == 0;
}

const char *
muster_rule_pack_get_name (MusterRulePack *pack)
{
  return pack->name;
}

const char *
muster_rule_pack_get_title (MusterRulePack *pack)
{
  return pack->title;
}

const char *
muster_rule_pack_get_text (MusterRulePack *pack)
{
  return pack->text;
}

const GDate *
muster_rule_pack_get_from (MusterRulePack *pack)
{
  return &pack->from;
}

const GDate *
muster_rule_pack_get_through (MusterRulePack *pack)
{
  return &pack->through;
}

const MusterSeason *
muster_rule_pack_get_season (MusterRulePack *pack)
{
  return &pack->season;
}

const MusterSeverityRule *
muster_rule_pack_get_severity (MusterRulePack *pack, MusterSeverity severity)
{
  g_return_val_if_fail (severity >= MUSTER_SEVERITY_1 && severity <= MUSTER_SEVERITY_4, NULL);
  return &pack->severities[severity - 1];
}

const MusterRuleDays *
muster_rule_pack_get_days (MusterRulePack *pack, const char *key, GError **error)
{
  const MusterRuleDays *days = g_hash_table_lookup (pack->days, key);

  if (days == NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("The rule pack “%s” has no rule “%s”."), pack->name, key);
  return days;
}

GPtrArray *
muster_rule_pack_list_days (MusterRulePack *pack)
{
  return g_ptr_array_copy (pack->day_keys, NULL, NULL);
}

MusterRequirement *const *
muster_rule_pack_get_requirements (MusterRulePack *pack, guint *n)
{
  *n = pack->requirements->len;
  return (MusterRequirement *const *) pack->requirements->pdata;
}

int
muster_rule_pack_find_requirement (MusterRulePack *pack, const char *code, GError **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < pack->requirements->len; i++)
    {
      const MusterRequirement *requirement = pack->requirements->pdata[i];

      if (strcmp (requirement->code, code) == 0)
        return i;
      g_string_append_printf (codes, "%s%s", i == 0 ? "" : ", ", requirement->code);
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("The rule pack “%s” has no requirement “%s”. It has: %s."), pack->name, code, codes->str);
  return -1;
}

const guint *
muster_rule_pack_get_reminders (MusterRulePack *pack, guint *n)
{
  *n = pack->reminders->len;
  return (const guint *) pack->reminders->data;
}

guint
muster_rule_pack_get_expiring_days (MusterRulePack *pack)
{
  return pack->reminders->len > 0 ? g_array_index (pack->reminders, guint, 0) : 0;
}

guint
muster_rule_pack_get_overdue_every (MusterRulePack *pack)
{
  return pack->overdue_every;
}
