/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-error.h"
#include "domain/muster-standing.h"
#include "store/muster-store.h"

/** Who works with the register of a test. */
typedef enum
{
  FIXTURE_ALEX,  /* administrator */
  FIXTURE_ROBIN, /* administrator */
  FIXTURE_SAM,   /* supervisor */
  FIXTURE_KIM,   /* staff */
  FIXTURE_JO,    /* auditor */
  N_FIXTURE_ACCOUNTS,
} FixtureAccount;

/* A register with cheap passwords in a folder of its own, one account a role and a second administrator; the clock stands at 2026-03-10. */
typedef struct
{
  char *folder; /* room for files of the test */
  char *register_folder;
  MusterStore *stores[N_FIXTURE_ACCOUNTS]; /* opened when asked for */
} OperationsFixture;

#define FIXTURE_PASSWORD "practice"

void operations_fixture_set_up (OperationsFixture *fixture, gconstpointer data);
void operations_fixture_tear_down (OperationsFixture *fixture, gconstpointer data);
/** Adds a test with this fixture. */
#define operations_fixture_add(path, function) \
  g_test_add (path, OperationsFixture, NULL, operations_fixture_set_up, function, operations_fixture_tear_down)

/** Puts the clock to the morning of an ISO day; never back. */
void operations_fixture_set_day (const char *day);
void operations_fixture_set_moment (GDateTime *moment);
/** Removes a folder of a test with all that is in it. */
void operations_fixture_remove_folder (const char *path);
MusterStore *operations_fixture_open (OperationsFixture *fixture, FixtureAccount account);

/** Runs @operation as @account; anything but success fails the test. */
void run_well (OperationsFixture *fixture, FixtureAccount account, const MusterOperation *operation, gconstpointer input, gpointer output);
/** Runs @operation as @account; anything but MUSTER_ERROR @code, and any change to the register, fails the test. */
void run_badly (OperationsFixture *fixture, FixtureAccount account, const MusterOperation *operation, gconstpointer input, gpointer output, MusterError code);

/** Adds a person with every identifier that @number gives, at an agency, enrolled in @types. Returns: the id. */
gint64 add_person (OperationsFixture *fixture, const char *family_name, guint number, guint types);
/** Takes @verb for the person as alex, with a reason; @day: ISO, %NULL for today. */
void take_step (OperationsFixture *fixture, gint64 person, MusterAssisterType type, MusterCertificationVerb verb, const char *day);
/** A person certified in @types from 2026-02-02 on. */
gint64 add_certified (OperationsFixture *fixture, const char *family_name, guint number, guint types);

/** Revokes the person's certification: proposed by sam, approved by alex. */
void revoke_person (OperationsFixture *fixture, gint64 person);
/** Has the effect of the corrective action @id, all of whose steps are verified, checked as passed: planned by sam, recorded by robin. */
void check_effect (OperationsFixture *fixture, gint64 id);

/** Returns: (transfer full): the person's events. */
GPtrArray *list_events (OperationsFixture *fixture, gint64 person);
/** The state on an ISO day; %NULL: at last. */
MusterCertificationState get_state (OperationsFixture *fixture, gint64 person, MusterAssisterType type, const char *day);
/** Returns: (transfer full): the person as the register has it. */
MusterAssister *load_person (OperationsFixture *fixture, gint64 person);
/** How many entries the journal has. */
gint64 count_entries (OperationsFixture *fixture);
/** Sets @date to an ISO day; unset for %NULL. */
void set_day (GDate *date, const char *text);
