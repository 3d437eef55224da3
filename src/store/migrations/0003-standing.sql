-- How the search for a plan stands while a job runs: the cheapest plan so far, and what none costs less than.

alter table jobs add column standing json;
