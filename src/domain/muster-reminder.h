/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * What may be known of a register while nobody is signed in: how many things will need a person, on the days to come. Numbers and days only, so that whoever
 * reads them learns nobody's name and nothing about anybody.
 */

/** For as many days, the first included, it is worked out how many things will need a person. */
#define MUSTER_REMINDER_DAYS 15
/** After as many days in which nobody signed in, a register is not spoken of any more. */
#define MUSTER_REMINDER_LAST_DAYS 90

/**
 * MusterReminderForecast: the days to come, the first of them the one on which it was made.
 * @counts: how many things will need a person
 * @news: how many of them are new on that day, or are called to mind again by the rules: a reminder is due; at most as many
 * @every: after so many days what is overdue, and what waits without a day, is called to mind again
 */
typedef struct
{
  guint n;
  guint every;
  guint counts[MUSTER_REMINDER_DAYS];
  guint news[MUSTER_REMINDER_DAYS];
} MusterReminderForecast;

/** MusterReminder: of one register. @made: the first day of the @forecast. */
typedef struct
{
  char *register_id;
  GDate made;
  MusterReminderForecast forecast;
} MusterReminder;

/** MusterReminders: @reminded: the last day on which the person was reminded, or saw the list itself; unset for never. @list: (element-type MusterReminder) */
typedef struct
{
  GDate reminded;
  GPtrArray *list;
} MusterReminders;

/**
 * muster_reminder_is_step:
 * @steps: days before, of the rules; @every: after so many days again
 * @days_left: until something is due; negative: late
 *
 * Whether it is to be called to mind on that day: so many days before, and from the first day late on every so many.
 */
gboolean muster_reminder_is_step (const guint *steps, guint n_steps, guint every, int days_left);

MusterReminders *muster_reminders_new (void);
void muster_reminders_free (MusterReminders *reminders);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReminders, muster_reminders_free)

/** Puts what is known of a register on @made, a day on which somebody sees it, in place of what was known. */
void muster_reminders_set (MusterReminders *reminders, const char *register_id, const GDate *made, const MusterReminderForecast *forecast);
/**
 * muster_reminders_get_due:
 *
 * One reminder, of all that there is, where anything was new or was to be called to mind since the last one: at most one a day, none twice, and one after days
 * off. After the days that were worked out the last of them stands, and is called to mind every so many days. A clock that was set back reminds on its new day.
 *
 * Returns: of how many things to remind on @today; 0 for not at all.
 */
guint muster_reminders_get_due (const MusterReminders *reminders, const GDate *today);

/** Returns: (transfer full): as the text of a key file. */
char *muster_reminders_to_text (const MusterReminders *reminders);
/** Returns: (transfer full): what @text says; whatever in it cannot be understood is left out, for it is made anew when somebody signs in. */
MusterReminders *muster_reminders_from_text (const char *text);

/** Returns: (transfer full): translated: "3 things need you in Muster". */
char *muster_reminder_dup_title (guint count);
/** Returns: translated: what else the notification says. */
const char *muster_reminder_get_body (void);
