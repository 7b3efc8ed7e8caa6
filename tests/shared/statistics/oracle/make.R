# The oracle of tests/shared/statistics: what R's `survival` says. Run: Rscript make.R > survival.json
# Random data come from a 32-bit linear congruential generator (Numerical Recipes), so that the tests make the same data again
# and only summaries are stored. Turnbull: `survfit` stops at a change of 5e-5, far from 1e-6; so the same function is run again
# until nothing moves by more than 1e-10 (`survival`; null where 300 rounds did not settle it), and its self-consistency equation is
# solved on plain matrices over the same places with SQUAREM steps (`fixed`; null where the Kuhn-Tucker gap stayed above 1e-12).
suppressMessages({ library(survival); library(jsonlite) })
options(warn = 1)

state <- 0
seed <- function(s) state <<- s
draw <- function() { state <<- (state * 1664525 + 1013904223) %% 4294967296; state / 4294967296 }
below <- function(n) floor(draw() * n)

tight <- survival:::survfitTurnbull
body(tight) <- parse(text = gsub("eps > 5e-05", "{assign('moved', eps, envir = globalenv()); eps > 1e-10 && iter < 300}", paste(deparse(body(tight)), collapse = "\n"), fixed = TRUE))[[1]]
environment(tight) <- asNamespace("survival")

num <- function(x) ifelse(is.finite(x), signif(x, 9), NA)
at <- function(fit, times) {
  i <- findInterval(times, fit$time)
  c(1, fit$surv)[i + 1]
}
quantiles <- function(fit, p) {
  q <- quantile(fit, p)
  list(at = num(unname(q$quantile)), lower = num(unname(q$lower)), upper = num(unname(q$upper)))
}
curve <- function(fit) {
  keep <- fit$n.event > 0
  list(time = fit$time[keep], atRisk = fit$n.risk[keep], events = fit$n.event[keep], survival = num(fit$surv[keep]),
       variance = num(fit$std.err[keep]^2), lower = num(fit$lower[keep]), upper = num(fit$upper[keep]))
}
km <- function(s) survfit(s ~ 1, conf.type = "log-log", timefix = FALSE)

own <- list(
  lung = { f <- km(Surv(lung$time, lung$status == 2)); list(time = lung$time, event = as.integer(lung$status == 2), curve = curve(f), quantiles = quantiles(f, c(.25, .5, .75, .9))) },
  aml = { f <- km(Surv(aml$time, aml$status)); list(time = aml$time, event = aml$status, curve = curve(f), quantiles = quantiles(f, c(.25, .5, .75, .9))) },
  heart = { f <- km(Surv(heart$start, heart$stop, heart$event)); list(entry = heart$start, time = heart$stop, event = heart$event, curve = curve(f), quantiles = quantiles(f, c(.25, .5, .75, .9))) }
)

fixedPoint <- function(after, by, fit) {
  places <- sort(unique(c(fit$time[fit$n.event > 0], after[after == by], max(after[is.infinite(by)], fit$time) + 1)))
  member <- outer(seq_along(after), seq_along(places), Vectorize(function(i, j)
    if (after[i] == by[i]) places[j] == after[i] else places[j] > after[i] && places[j] <= by[i])) * 1
  once <- function(p) p * colSums(member / as.vector(member %*% p)) / nrow(member)
  p <- rep(1 / length(places), length(places))
  for (round in 1:20000) {
    p1 <- once(p)
    p2 <- once(p1)
    r <- p1 - p
    v <- p2 - p1 - r
    if (max(abs(r)) < 1e-15) break
    a <- -sqrt(sum(r^2) / max(sum(v^2), 1e-300))
    jump <- p - 2 * a * r + a^2 * v
    p <- if (all(is.finite(jump)) && all(jump >= 0) && a < -1) once(jump / sum(jump)) else p2
  }
  gap <- max(colSums(member / as.vector(member %*% p))) / nrow(member) - 1
  if (gap > 1e-12) NULL else function(times) 1 - c(0, cumsum(p))[findInterval(times, places) + 1]
}

turnbull <- function(after, by) {
  time2 <- ifelse(is.finite(by), by, NA)
  s <- Surv(ifelse(is.na(time2) & after == 0, 0, after), time2, type = "interval2")
  usual <- survfit(s ~ 1)
  exact <- tight(factor(rep(1, length(after))), s, rep(1, length(after)), se.fit = FALSE, robust = FALSE, cluster = NULL)
  settled <- moved <= 1e-10
  ends <- sort(unique(by[is.finite(by)]))
  ends <- ends[unique(pmax(1, ceiling(c(.2, .4, .6, .8, 1) * length(ends))))]
  fixed <- fixedPoint(after, by, usual)
  list(times = I(ends), survival = if (settled && !is.null(fixed) && max(abs(at(exact, ends) - fixed(ends))) < 1e-7) I(num(at(exact, ends))) else NA, fixed = if (is.null(fixed)) NA else I(num(fixed(ends))),
       usual = I(num(at(usual, ends))))
}

# The breast cosmesis data of Finkelstein & Wolfe 1985 (radiotherapy arm), the usual example of this estimate
fw <- list(
  after = c(45, 6, 0, 46, 46, 7, 17, 7, 37, 0, 4, 15, 11, 22, 46, 46, 25, 46, 26, 46, 27, 36, 46, 36, 37, 40, 17, 46, 11, 38, 5, 37, 0, 18, 24, 36, 5, 19, 17, 24, 32, 33, 19, 37, 34, 36),
  by = c(Inf, 10, 7, Inf, Inf, 16, Inf, 14, 44, 8, 11, Inf, 15, Inf, Inf, Inf, 37, Inf, 40, Inf, 34, 44, Inf, 48, Inf, Inf, 25, Inf, 18, Inf, 12, Inf, 5, Inf, Inf, Inf, 11, 35, 25, Inf, Inf, Inf, 26, Inf, Inf, Inf))
own$cosmesis <- c(list(after = fw$after, by = ifelse(is.finite(fw$by), fw$by, NA)), turnbull(fw$after, fw$by))

random <- lapply(1:1000, function(k) {
  seed(k)
  kind <- k %% 3
  n <- 5 + below(if (kind < 2) 56 else 26)
  if (kind < 2) {
    time <- event <- entry <- numeric(n)
    for (i in 1:n) {
      time[i] <- 1 + below(40) + below(2) * below(60)
      event[i] <- as.integer(draw() < 0.6)
      entry[i] <- if (kind == 1) below(time[i]) else 0
    }
    f <- if (kind == 1) km(Surv(entry, time, event)) else km(Surv(time, event))
    times <- c(5, 20, 35)
    i <- findInterval(times, f$time)
    list(seed = k, survival = num(c(1, f$surv)[i + 1]), variance = num(c(0, f$std.err^2)[i + 1]), lower = num(c(NA, f$lower)[i + 1]),
         upper = num(c(NA, f$upper)[i + 1]), quantiles = quantiles(f, c(.5, .9)))
  } else {
    after <- by <- numeric(n)
    for (i in 1:n) {
      t <- 1 + below(40)
      how <- draw()
      wide <- 1 + below(15)
      if (how < 0.2) { after[i] <- t; by[i] <- t }
      else if (how < 0.4) { after[i] <- t; by[i] <- Inf }
      else { after[i] <- max(0, t - 1 - below(wide)); by[i] <- after[i] + wide }
    }
    c(list(seed = k), turnbull(after, by))
  }
})
cat(toJSON(list(version = paste("R", getRversion(), "survival", packageVersion("survival")), own = own, random = random), digits = NA, na = "null", auto_unbox = TRUE), "\n")
