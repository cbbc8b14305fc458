/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-date-row.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "domain/muster-date.h"
#include "domain/muster-import-date.h"
#include "gui/muster-gui-text.h"

struct _MusterDateRow
{
  AdwEntryRow parent_instance;

  GtkLabel *spoken;
  GtkPopover *popover;
  GtkCalendar *calendar;
  char *unset_text; /* %NULL: nothing */
};

enum
{
  PROP_0,
  PROP_UNSET_TEXT,
};

G_DEFINE_FINAL_TYPE (MusterDateRow, muster_date_row, ADW_TYPE_ENTRY_ROW)

/* Of this computer: what a person types between slashes is in the order that they see everywhere else. */
static MusterDateOrder
get_order (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de"), *month = strpbrk (format, "mbB");

  return day != NULL && month != NULL && day < month ? MUSTER_DATE_ORDER_DAY_FIRST : MUSTER_DATE_ORDER_MONTH_FIRST;
}

static gboolean
is_as_people_write (const char *text, GDate *date)
{
  return !muster_import_date_is_serial (text) && muster_import_date_read (text, get_order (), date, NULL, NULL) == MUSTER_DATE_PLAIN;
}

static gboolean
read_text (MusterDateRow *self, GDate *date, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  g_date_clear (date, 1);
  return text[0] == '\0' || is_as_people_write (text, date) || muster_date_parse_iso (text, date, error);
}

/* The day of the week tells a slip of the finger at a glance; of what is not written year-month-day the whole day is told. */
static void
show_spoken (MusterDateRow *self, const GDate *date)
{
  g_autofree char *text = NULL, *iso = NULL, *day = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (g_date_valid (date))
    {
      iso = muster_date_to_iso (date);
      moment = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
      text = g_date_time_format (moment, "%a");
      if (strstr (gtk_editable_get_text (GTK_EDITABLE (self)), iso) == NULL)
        day = muster_gui_text_dup_date (date);
    }
  else if (*gtk_editable_get_text (GTK_EDITABLE (self)) == '\0')
    text = g_strdup (self->unset_text);
  gtk_label_set_text (self->spoken, day != NULL ? day : text != NULL ? text
                                                                     : "");
}

static void
text_changed_cb (MusterDateRow *self)
{
  GDate date;
  gboolean valid = read_text (self, &date, NULL);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID, valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  show_spoken (self, &date);
}

static void
set_unset_text (MusterDateRow *self, const char *text)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));

  g_set_str (&self->unset_text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (delegate), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  text_changed_cb (self);
}

static void
popover_shown_cb (MusterDateRow *self)
{
  g_autoptr (GDateTime) moment = NULL;
  GDate date;

  if (!read_text (self, &date, NULL) || !g_date_valid (&date))
    return;
  moment = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  gtk_calendar_select_day (self->calendar, moment);
}

static void
day_selected_cb (MusterDateRow *self)
{
  g_autoptr (GDateTime) moment = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (moment, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
muster_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNSET_TEXT)
    g_value_set_string (value, MUSTER_DATE_ROW (object)->unset_text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNSET_TEXT)
    set_unset_text (MUSTER_DATE_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_date_row_finalize (GObject *object)
{
  g_free (MUSTER_DATE_ROW (object)->unset_text);
  G_OBJECT_CLASS (muster_date_row_parent_class)->finalize (object);
}

static void
muster_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_DATE_ROW);
  G_OBJECT_CLASS (muster_date_row_parent_class)->dispose (object);
}

static void
muster_date_row_class_init (MusterDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = muster_date_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = muster_date_row_set_property;
  G_OBJECT_CLASS (klass)->dispose = muster_date_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_date_row_finalize;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_UNSET_TEXT, g_param_spec_string ("unset-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterDateRow, spoken);
  gtk_widget_class_bind_template_child (widget_class, MusterDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, MusterDateRow, calendar);
}

/* The toolkit’s arrows say nothing to a screen reader; they come in this order. */
static void
name_arrows (GtkWidget *widget, guint *n)
{
  static const char *const names[] = { N_("Previous Month"), N_("Next Month"), N_("Previous Year"), N_("Next Year") };

  if (GTK_IS_BUTTON (widget) && *n < G_N_ELEMENTS (names))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _(names[(*n)++]), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_arrows (child, n);
}

static void
muster_date_row_init (MusterDateRow *self)
{
  guint n = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrows (GTK_WIDGET (self->calendar), &n);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
}

GtkWidget *
muster_date_row_new (const char *title)
{
  return g_object_new (MUSTER_TYPE_DATE_ROW, "title", title, NULL);
}

void
muster_date_row_set_date (MusterDateRow *self, const GDate *date)
{
  g_autofree char *text = muster_date_to_iso (date);

  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
}

gboolean
muster_date_row_get_date (MusterDateRow *self, GDate *date, GError **error)
{
  return read_text (self, date, error);
}
