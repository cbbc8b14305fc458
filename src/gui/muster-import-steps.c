/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-steps.h"

#include <glib/gi18n-lib.h>

struct _MusterImportSteps
{
  AdwBin parent_instance;

  GtkWidget *labels[MUSTER_N_IMPORT_STEPS];
};

G_DEFINE_FINAL_TYPE (MusterImportSteps, muster_import_steps, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  const char *title;
} steps[MUSTER_N_IMPORT_STEPS] = {
  [MUSTER_IMPORT_STEP_FILE] = { "file", N_("File") },
  [MUSTER_IMPORT_STEP_COLUMNS] = { "columns", N_("Columns") },
  [MUSTER_IMPORT_STEP_PROBLEMS] = { "problems", N_("Problems") },
  [MUSTER_IMPORT_STEP_PREVIEW] = { "preview", N_("Preview") },
  [MUSTER_IMPORT_STEP_DONE] = { "done", N_("Done") },
};

static void
muster_import_steps_class_init (MusterImportStepsClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
muster_import_steps_init (MusterImportSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (box, 9);
  adw_bin_set_child (ADW_BIN (self), box);
  for (guint i = 0; i < MUSTER_N_IMPORT_STEPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u  %s", i + 1, _(steps[i].title));

      self->labels[i] = gtk_label_new (text);
      gtk_widget_add_css_class (self->labels[i], "caption-heading");
      gtk_box_append (GTK_BOX (box), self->labels[i]);
    }
}

void
muster_import_steps_show (MusterImportSteps *self, MusterImportStep step, const char *said)
{
  g_autofree char *announced = NULL;
  g_autofree char *spoken = g_strdup_printf (_("Step %u of %u: %s"), step + 1, (guint) MUSTER_N_IMPORT_STEPS, _(steps[step].title));

  g_return_if_fail (MUSTER_IS_IMPORT_STEPS (self));
  for (guint i = 0; i < MUSTER_N_IMPORT_STEPS; i++)
    {
      gtk_widget_remove_css_class (self->labels[i], i == step ? "dim-label" : "accent");
      gtk_widget_add_css_class (self->labels[i], i == step ? "accent" : "dim-label");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* In one, so that neither cuts off the other. */
  announced = said != NULL ? g_strdup_printf ("%s. %s", spoken, said) : g_strdup (spoken);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announced, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

const char *
muster_import_steps_get_name (MusterImportStep step)
{
  return steps[step].name;
}
