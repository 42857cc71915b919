// What the code of an admin may use, as completion offers it: names only, the languages' own documentation says the rest.

const words = (text) => text.trim().split(/\s+/);

/** What an object itself holds under a name: `constructor` and the like, which every object inherits, are names of an admin's code. */
export const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

export const pythonModules = Object.fromEntries(
  Object.entries({
    base64: "b64decode b64encode b85decode b85encode urlsafe_b64decode urlsafe_b64encode",
    collections: "ChainMap Counter OrderedDict defaultdict deque namedtuple",
    datetime: "UTC date datetime time timedelta timezone tzinfo",
    decimal: "Decimal ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP InvalidOperation getcontext localcontext",
    functools: "cache cached_property cmp_to_key lru_cache partial reduce singledispatch wraps",
    hashlib: "blake2b md5 new sha1 sha256 sha384 sha512",
    hmac: "compare_digest digest new",
    itertools: "accumulate chain combinations count cycle dropwhile groupby islice pairwise permutations product repeat starmap takewhile zip_longest",
    json: "JSONDecodeError dumps loads",
    math: "ceil comb copysign cos exp fabs factorial floor fmod fsum gcd hypot inf isclose isfinite isinf isnan lcm log log10 log2 nan pi pow prod sin sqrt tan trunc",
    random: "choice choices gauss randint random randrange sample seed shuffle uniform",
    re: "DOTALL IGNORECASE MULTILINE compile escape findall finditer fullmatch match search split sub subn",
    statistics: "fmean geometric_mean harmonic_mean mean median median_high median_low mode multimode pstdev pvariance quantiles stdev variance",
    string: "Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits punctuation whitespace",
    textwrap: "dedent fill indent shorten wrap",
    time: "gmtime localtime mktime monotonic perf_counter strftime strptime time",
    "urllib.parse": "parse_qs parse_qsl quote quote_plus unquote unquote_plus urlencode urljoin urlparse urlsplit urlunparse",
    uuid: "NAMESPACE_DNS NAMESPACE_URL UUID uuid3 uuid4 uuid5",
    zoneinfo: "ZoneInfo ZoneInfoNotFoundError",
  }).map(([name, members]) => [name, words(members)]),
);

const pythonClasses = {
  "datetime.datetime": "combine fromisoformat fromtimestamp max min now strptime today utcnow",
  "datetime.date": "fromisoformat fromtimestamp max min today",
  "datetime.timezone": "utc",
};

const pythonMethods = {
  object: "copy get items keys pop setdefault update values",
  list: "append copy count extend index insert pop remove reverse sort",
  text: "capitalize casefold count endswith find format isalpha isdigit join lower lstrip partition removeprefix removesuffix replace rsplit rstrip split splitlines startswith strip title upper zfill",
};

const scriptObjects = {
  Array: "from isArray of",
  Date: "UTC now parse",
  JSON: "parse stringify",
  Math: "PI abs ceil floor hypot log log10 max min pow random round sign sqrt trunc",
  Number: "EPSILON MAX_SAFE_INTEGER isFinite isInteger isNaN isSafeInteger parseFloat parseInt",
  Object: "assign entries fromEntries keys values",
  String: "fromCharCode raw",
  console: "log",
};

const scriptMethods = {
  list: "at concat every filter find findIndex flat flatMap forEach includes indexOf join length map pop push reduce reverse slice some sort",
  text: "at charAt endsWith includes indexOf length match matchAll padEnd padStart repeat replace replaceAll slice split startsWith substring toLowerCase toUpperCase trim trimEnd trimStart",
  integer: "toFixed toLocaleString toPrecision toString",
};

export const languages = {
  python: {
    keywords: words("and as assert break class continue def del elif else except finally for from if import in is lambda not or pass raise return try while with yield True False None"),
    functions: words("abs all any bool dict enumerate filter float int isinstance len list map max min print range repr reversed round set sorted str sum tuple zip"),
    members: pythonClasses,
    methods: pythonMethods,
  },
  javascript: {
    keywords: words("break case catch const continue default delete do else finally for function if in instanceof let new null of return switch throw true false try typeof undefined var while"),
    functions: words("Array Boolean Date JSON Map Math Number Object Set String isNaN parseFloat parseInt"),
    members: scriptObjects,
    methods: scriptMethods,
  },
};

export function membersOf(language, name) {
  return words(own(languages[language].members, name) ?? "").filter(Boolean);
}

export function methodsOf(language, shape) {
  const { methods } = languages[language];
  const type = shape?.type === "datetime" ? "text" : shape?.type === "decimal" ? "integer" : shape?.type;
  return words(own(methods, type) ?? "").filter(Boolean);
}
