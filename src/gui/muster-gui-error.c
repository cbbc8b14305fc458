/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-gui-error.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

static const char *const headings[] = {
  [MUSTER_ERROR_FORBIDDEN] = N_("Not Allowed for This Account"),
  [MUSTER_ERROR_SIGN_IN] = N_("Wrong Account or Password"),
  [MUSTER_ERROR_NOT_FOUND] = N_("Not Found"),
  [MUSTER_ERROR_AMBIGUOUS] = N_("More Than One Fits"),
  [MUSTER_ERROR_BUSY] = N_("Another Program Holds the Register"),
  [MUSTER_ERROR_DAMAGED] = N_("The Register Is Damaged"),
  [MUSTER_ERROR_NEWER] = N_("Made by a Newer Muster"),
  [MUSTER_ERROR_RULE] = N_("Against a Rule"),
  [MUSTER_ERROR_CONFLICT] = N_("Changed Meanwhile"),
  [MUSTER_ERROR_INPUT] = N_("The File Cannot Be Read"),
  [MUSTER_ERROR_KEYRING] = N_("No Key in the Keyring"),
  [MUSTER_ERROR_STORAGE] = N_("Cannot Be Saved"),
  [MUSTER_ERROR_INVALID] = N_("Please Check What Was Entered"),
};

const char *
muster_gui_error_get_heading (const GError *error)
{
  if (error->domain == MUSTER_ERROR && (guint) error->code < G_N_ELEMENTS (headings))
    return _(headings[error->code]);
  return _("That Did Not Work");
}

void
muster_gui_error_show (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  dialog = adw_alert_dialog_new (muster_gui_error_get_heading (error), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, parent);
}

/* The message stands below the rows that it is about, not wherever the page ends. */
static void
put_below (GtkWidget *row, GtkWidget *label)
{
  GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *old = gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_GROUP);

  if (group == NULL || group == old || (old == NULL && !GTK_IS_BOX (gtk_widget_get_parent (label))))
    return;
  g_object_ref (label);
  if (old != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (old), label);
  else
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (label)), label);
  gtk_widget_set_margin_top (label, 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
  g_object_unref (label);
}

/* What is typed anew is not wrong any more until it is looked at again. */
static void
changed_cb (GtkWidget *row, GtkLabel *label)
{
  muster_gui_error_clear (row, label);
}

void
muster_gui_error_mark (GtkWidget *row, GtkLabel *label, const char *message)
{
  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (GTK_IS_EDITABLE (row))
    {
      g_signal_handlers_disconnect_by_func (row, changed_cb, label);
      g_signal_connect (row, "changed", G_CALLBACK (changed_cb), label);
    }
  if (label != NULL)
    {
      put_below (row, GTK_WIDGET (label));
      gtk_label_set_label (label, message);
      gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (row), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_grab_focus (row);
}

void
muster_gui_error_clear (GtkWidget *row, GtkLabel *label)
{
  gtk_widget_remove_css_class (row, "error");
  if (GTK_IS_EDITABLE (row))
    g_signal_handlers_disconnect_by_func (row, changed_cb, label);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
  if (label != NULL)
    {
      gtk_label_set_label (label, "");
      gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
    }
}

void
muster_gui_set_sensitive (GtkWidget *widget, gboolean sensitive)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!sensitive && focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (widget, sensitive);
}
