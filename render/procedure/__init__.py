"""Docket text in, events and a status with their evidence out. Pure: no clock, no network, no names of people."""
