/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-requirement-choice.h"

#include "gui/muster-choice-factory.h"

struct _MusterRequirementChoice
{
  AdwComboRow parent_instance;

  MusterRulePack *pack;
  GPtrArray *offered; /* (element-type MusterRequirement): owned by the pack */
};

G_DEFINE_FINAL_TYPE (MusterRequirementChoice, muster_requirement_choice, ADW_TYPE_COMBO_ROW)

/* @code: only that one, unless there are @types. */
static void
offer (MusterRequirementChoice *self, MusterRulePack *pack, guint types, const char *code)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n, selected = 0;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  g_clear_pointer (&self->pack, muster_rule_pack_unref);
  self->pack = muster_rule_pack_ref (pack);
  g_ptr_array_set_size (self->offered, 0);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_it = g_strcmp0 (requirements[i]->code, code) == 0;

      if (types != 0 ? (requirements[i]->types & types) == 0 : !is_it)
        continue;
      if (is_it)
        selected = self->offered->len;
      g_ptr_array_add (self->offered, requirements[i]);
      gtk_string_list_append (titles, requirements[i]->title);
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (titles));
  muster_choice_factory_set_up (ADW_COMBO_ROW (self));
  if (self->offered->len > 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->offered->len > 1);
}

static void
muster_requirement_choice_finalize (GObject *object)
{
  MusterRequirementChoice *self = MUSTER_REQUIREMENT_CHOICE (object);

  g_ptr_array_unref (self->offered);
  g_clear_pointer (&self->pack, muster_rule_pack_unref);
  G_OBJECT_CLASS (muster_requirement_choice_parent_class)->finalize (object);
}

static void
muster_requirement_choice_class_init (MusterRequirementChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_requirement_choice_finalize;
}

static void
muster_requirement_choice_init (MusterRequirementChoice *self)
{
  self->offered = g_ptr_array_new ();
}

void
muster_requirement_choice_fill (MusterRequirementChoice *self, MusterRulePack *pack, guint types, const char *code)
{
  if (types != 0)
    offer (self, pack, types, code);
  else
    offer (self, pack, 0, NULL);
}

void
muster_requirement_choice_fix (MusterRequirementChoice *self, MusterRulePack *pack, const char *code)
{
  offer (self, pack, 0, code);
}

const MusterRequirement *
muster_requirement_choice_get (MusterRequirementChoice *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected < self->offered->len ? self->offered->pdata[selected] : NULL;
}
