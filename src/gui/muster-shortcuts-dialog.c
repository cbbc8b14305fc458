/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

struct _MusterShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (MusterShortcutsDialog, muster_shortcuts_dialog, ADW_TYPE_DIALOG)

/* A row without an action begins a group. */
typedef struct
{
  const char *label;
  const char *action;
  const char *accelerator;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_("Register"), NULL, NULL },
  { N_("Search"), "win.search", "<Control>f" },
  { N_("Sort the Roster"), "win.sort", "<Control><Shift>s" },
  { N_("Print a Letter or a Report"), "win.print", "<Control>p" },
  { N_("Back"), "win.back", "<Alt>Left" },
  { N_("Import a Roster"), "win.import-roster", "<Control>i" },
  { N_("Export the Roster"), "win.export-roster", "<Control>e" },
  { N_("Record an Incident"), "win.record-incident", "<Control><Shift>n" },
  { N_("Sections"), NULL, NULL },
  { N_("Today"), "win.show-section::today", "<Control>1" },
  { N_("Roster"), "win.show-section::roster", "<Control>2" },
  { N_("Recertification"), "win.show-section::season", "<Control>3" },
  { N_("Corrective Actions"), "win.show-section::actions", "<Control>4" },
  { N_("Decisions"), "win.show-section::decisions", "<Control>5" },
  { N_("Public Lists"), "win.show-section::lists", "<Control>6" },
  { N_("Import"), "win.show-section::import", "<Control>7" },
  { N_("Rules"), "win.show-section::rules", "<Control>8" },
  { N_("Journal"), "win.show-section::journal", "<Control>9" },
  { N_("Accounts"), "win.show-section::accounts", "<Control>0" },
  { N_("Program"), NULL, NULL },
  { N_("Lock"), "app.lock", "<Control>l" },
  { N_("Menu"), "win.menu", "F10" },
  { N_("Preferences"), "app.preferences", "<Control>comma" },
  { N_("Help"), "app.help", "F1" },
  { N_("Keyboard Shortcuts"), "app.shortcuts", "<Control>question" },
  { N_("Quit"), "app.quit", "<Control>q" },
};

static GtkWidget *
shortcut_row_new (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys;
  g_autofree char *text = NULL;
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (shortcut->accelerator, &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->label));
  keys = gtk_label_new (text);
  gtk_widget_add_css_class (keys, "dim-label");
  gtk_widget_add_css_class (keys, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, keys, NULL, -1);
  return row;
}

static void
muster_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (muster_shortcuts_dialog_parent_class)->dispose (object);
}

static void
muster_shortcuts_dialog_class_init (MusterShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_shortcuts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterShortcutsDialog, page);
}

static void
muster_shortcuts_dialog_init (MusterShortcutsDialog *self)
{
  g_autoptr (GPtrArray) groups = muster_shortcuts_new_groups ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < groups->len; i++)
    adw_preferences_page_add (self->page, groups->pdata[i]);
}

AdwDialog *
muster_shortcuts_dialog_new (void)
{
  return g_object_new (MUSTER_TYPE_SHORTCUTS_DIALOG, NULL);
}

void
muster_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *[]) { shortcuts[i].accelerator, NULL });
}

GPtrArray *
muster_shortcuts_new_groups (void)
{
  GPtrArray *groups = g_ptr_array_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].action == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(shortcuts[i].label));
          g_ptr_array_add (groups, group);
        }
      else
        {
          adw_preferences_group_add (group, shortcut_row_new (&shortcuts[i]));
        }
    }
  return groups;
}
