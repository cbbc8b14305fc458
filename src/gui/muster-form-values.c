/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-form-values.h"

#include "gui/muster-attachment-row.h"
#include "gui/muster-text-row.h"

/* A password is no work that could be lost, and a search is none either. */
static gboolean
append_value (GtkWidget *widget, GString *values)
{
  if (GTK_IS_SEARCH_ENTRY (widget) || ADW_IS_PASSWORD_ENTRY_ROW (widget))
    return FALSE;
  if (MUSTER_IS_TEXT_ROW (widget))
    {
      g_autofree char *text = muster_text_row_dup_text (MUSTER_TEXT_ROW (widget));

      g_string_append_printf (values, "%s\n", text != NULL ? text : "");
      return FALSE;
    }
  if (MUSTER_IS_ATTACHMENT_ROW (widget))
    g_string_append_printf (values, "%s\n", muster_attachment_row_get_file_name (MUSTER_ATTACHMENT_ROW (widget)) != NULL ? muster_attachment_row_get_file_name (MUSTER_ATTACHMENT_ROW (widget)) : "");
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (values, "%u\n", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_printf (values, "%d\n", gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_EDITABLE (widget))
    g_string_append_printf (values, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  return !GTK_IS_EDITABLE (widget) && !ADW_IS_COMBO_ROW (widget);
}

static void
append_values (GtkWidget *widget, GString *values)
{
  if (!append_value (widget, values))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_values (child, values);
}

char *
muster_form_values_dup (GtkWidget *widget)
{
  GString *values = g_string_new (NULL);

  append_values (widget, values);
  return g_string_free_and_steal (values);
}

/* What was wrong may be right now: that is seen when it is looked at again. */
static void
edited_cb (AdwBanner *banner)
{
  adw_banner_set_revealed (banner, FALSE);
}

static void
watch_signal (gpointer instance, const char *signal, AdwBanner *banner)
{
  g_signal_handlers_disconnect_by_func (instance, edited_cb, banner);
  g_signal_connect_object (instance, signal, G_CALLBACK (edited_cb), banner, G_CONNECT_SWAPPED);
}

void
muster_form_values_watch (GtkWidget *widget, AdwBanner *banner)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return;
  if (GTK_IS_TEXT_VIEW (widget))
    watch_signal (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "changed", banner);
  else if (ADW_IS_COMBO_ROW (widget))
    watch_signal (widget, "notify::selected", banner);
  else if (GTK_IS_CHECK_BUTTON (widget))
    watch_signal (widget, "toggled", banner);
  else if (GTK_IS_EDITABLE (widget))
    watch_signal (widget, "changed", banner);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      muster_form_values_watch (child, banner);
}
