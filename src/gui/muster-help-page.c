/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-help-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-badge.h"
#include "gui/muster-shortcuts-dialog.h"

struct _MusterHelpPage
{
  AdwNavigationPage parent_instance;

  GtkBox *box;
  GtkListBox *list; /* that the block before went into; %NULL: none */
  guint n_steps;    /* in a row */
};

G_DEFINE_FINAL_TYPE (MusterHelpPage, muster_help_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
add_heading (MusterHelpPage *self, const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title, "wrap", TRUE, "xalign", 0.0, "margin-top", 12, NULL);

  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (self->box, label);
}

/* What belongs together stands in one boxed list. */
static void
add_row (MusterHelpPage *self, GtkWidget *row)
{
  if (self->list == NULL)
    {
      self->list = GTK_LIST_BOX (gtk_list_box_new ());
      gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
      gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
      gtk_box_append (self->box, GTK_WIDGET (self->list));
    }
  gtk_list_box_append (self->list, row);
}

static void
add_step (MusterHelpPage *self, const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_steps);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", number, text);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "accent");
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  add_row (self, row);
}

/* @head stands above what explains it. */
static void
add_explanation (MusterHelpPage *self, const MusterHelpBlock *block, GtkWidget *head)
{
  g_autofree char *spoken = g_strdup_printf ("%s. %s", muster_help_block_get_title (block), _(block->text));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "muster-help");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), label_new (_(block->text)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  add_row (self, row);
}

static void
add_term (MusterHelpPage *self, const MusterHelpBlock *block)
{
  GtkWidget *head = label_new (_(block->title));

  gtk_widget_add_css_class (head, "heading");
  add_explanation (self, block, head);
}

static void
add_state (MusterHelpPage *self, const MusterHelpBlock *block)
{
  GtkWidget *badge = muster_badge_new ();

  muster_badge_set_state (MUSTER_BADGE (badge), block->state);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  add_explanation (self, block, badge);
}

static void
add_shortcuts (MusterHelpPage *self)
{
  g_autoptr (GPtrArray) groups = muster_shortcuts_new_groups ();

  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (self->box, groups->pdata[i]);
}

static void
add_block (MusterHelpPage *self, const MusterHelpBlock *block)
{
  gboolean in_list = block->kind == MUSTER_HELP_STEP || block->kind == MUSTER_HELP_TERM || block->kind == MUSTER_HELP_STATE;

  if (!in_list)
    {
      self->list = NULL;
      self->n_steps = 0;
    }
  if (block->kind == MUSTER_HELP_HEADING)
    add_heading (self, _(block->title));
  else if (block->kind == MUSTER_HELP_TEXT)
    gtk_box_append (self->box, label_new (_(block->text)));
  else if (block->kind == MUSTER_HELP_STEP)
    add_step (self, _(block->text));
  else if (block->kind == MUSTER_HELP_TERM)
    add_term (self, block);
  else if (block->kind == MUSTER_HELP_STATE)
    add_state (self, block);
  else
    add_shortcuts (self);
}

static void
muster_help_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_HELP_PAGE);
  G_OBJECT_CLASS (muster_help_page_parent_class)->dispose (object);
}

static void
muster_help_page_class_init (MusterHelpPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_help_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/muster/Muster/ui/muster-help-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), MusterHelpPage, box);
}

static void
muster_help_page_init (MusterHelpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_help_page_new (const MusterHelpTopic *topic)
{
  MusterHelpPage *self = g_object_new (MUSTER_TYPE_HELP_PAGE, "title", _(topic->title), "tag", topic->id, NULL);

  for (const MusterHelpBlock *block = topic->blocks; block->kind != MUSTER_HELP_END; block++)
    add_block (self, block);
  return ADW_NAVIGATION_PAGE (self);
}
