"""Shows of some code that no run of it can leave anything behind, so that the next run may have the same process.

A proof by allow-list: only names, attributes and forms of syntax are let through that cannot reach anything which outlives the
run's own namespace. That namespace is new for every run. Whatever is not listed costs the code nothing but time: it gets a
process of its own for each run.
"""

import ast
import builtins
import string

FUNCTIONS = (
    "abs all any ascii bin bool bytes callable chr complex dict divmod enumerate filter float format frozenset hash hex int "
    "isinstance issubclass iter len list map max min next oct ord pow print range repr reversed round set slice sorted str sum "
    "tuple zip type ArithmeticError AssertionError AttributeError Exception IndexError KeyError LookupError OverflowError "
    "RuntimeError StopIteration TypeError UnicodeError ValueError ZeroDivisionError NotImplementedError"
).split()

# Of each module only functions without memory, types without settable state, and constants.
MODULES = {
    "math": (
        "ceil floor trunc sqrt pow exp log log2 log10 log1p expm1 fabs fmod modf fsum prod gcd lcm isqrt comb perm factorial "
        "isnan isinf isfinite isclose copysign hypot dist sin cos tan asin acos atan atan2 degrees radians pi e inf nan tau"
    ),
    "json": "dumps loads JSONDecodeError",
    "datetime": "datetime date time timedelta timezone UTC MINYEAR MAXYEAR",
    "re": (
        "compile match fullmatch search sub subn split findall finditer escape error I IGNORECASE M MULTILINE S DOTALL X VERBOSE "
        "A ASCII"
    ),
    "decimal": (
        "Decimal InvalidOperation DivisionByZero ROUND_HALF_UP ROUND_HALF_EVEN ROUND_HALF_DOWN ROUND_DOWN ROUND_UP ROUND_FLOOR "
        "ROUND_CEILING ROUND_05UP"
    ),
    "time": "time time_ns monotonic perf_counter sleep gmtime localtime strftime mktime",
    "collections": "Counter OrderedDict defaultdict deque",
    "itertools": (
        "accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice "
        "pairwise permutations product repeat starmap takewhile tee zip_longest"
    ),
    "functools": "reduce partial cmp_to_key",
    "statistics": (
        "mean fmean median median_low median_high mode multimode stdev pstdev variance pvariance quantiles harmonic_mean "
        "geometric_mean StatisticsError"
    ),
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits punctuation whitespace printable capwords",
    "textwrap": "dedent indent shorten wrap fill",
    "urllib.parse": "quote quote_plus unquote unquote_plus urlencode parse_qs parse_qsl urlsplit urlparse urljoin",
    "base64": "b64encode b64decode urlsafe_b64encode urlsafe_b64decode standard_b64encode standard_b64decode b32encode b32decode b16encode b16decode",
    "hashlib": "md5 sha1 sha224 sha256 sha384 sha512 sha3_256 sha3_512 blake2b blake2s",
    "hmac": "new compare_digest",
    "uuid": "UUID uuid3 uuid4 uuid5 NAMESPACE_DNS NAMESPACE_URL NAMESPACE_OID NAMESPACE_X500",
    "zoneinfo": "ZoneInfo ZoneInfoNotFoundError",
}
MODULES = {name: frozenset(names.split()) for name, names in MODULES.items()}

# Of everything else: methods and values of text, numbers, lists, dicts, sets, dates, matches, digests.
ATTRIBUTES = frozenset(
    (
        # text and bytes
        "capitalize casefold center count decode encode endswith expandtabs find hex index isalnum isalpha isascii isdecimal "
        "isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix "
        "removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title "
        "translate upper zfill fromhex maketrans "
        # lists, dicts, sets, Counter, deque
        "append clear copy extend insert pop remove reverse sort get items keys values popitem setdefault update fromkeys add "
        "difference discard intersection isdisjoint issubset issuperset symmetric_difference union most_common elements "
        "subtract total appendleft extendleft popleft rotate move_to_end "
        # numbers and Decimal
        "real imag numerator denominator conjugate bit_length as_integer_ratio is_integer quantize normalize to_integral_value "
        "is_nan is_finite is_zero is_signed copy_abs as_tuple sqrt adjusted "
        # dates
        "year month day hour minute second microsecond tzinfo fold now utcnow today fromtimestamp utcfromtimestamp "
        "fromisoformat strptime strftime isoformat isocalendar isoweekday weekday timestamp timetuple date time timetz astimezone "
        "combine utcoffset tzname dst days seconds microseconds total_seconds toordinal fromordinal utc week min max key "
        # matches, patterns
        "group groups groupdict start end span match fullmatch search sub subn findall finditer pattern string lastindex "
        "lastgroup "
        # digests, UUID, split addresses, errors
        "hexdigest digest int bytes version scheme netloc path query fragment hostname port params geturl args from_iterable"
    ).split()
)

NODES = (
    ast.Module, ast.FunctionDef, ast.Lambda, ast.arguments, ast.arg, ast.Return, ast.Assign, ast.AugAssign, ast.AnnAssign,
    ast.For, ast.While, ast.If, ast.Try, ast.ExceptHandler, ast.Raise, ast.Assert, ast.Import, ast.ImportFrom, ast.alias, ast.Expr,
    ast.Pass, ast.Break, ast.Continue, ast.Delete, ast.BoolOp, ast.NamedExpr, ast.BinOp, ast.UnaryOp, ast.IfExp, ast.Dict, ast.Set,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.comprehension, ast.Compare, ast.Call, ast.keyword,
    ast.FormattedValue, ast.JoinedStr, ast.Constant, ast.Attribute, ast.Subscript, ast.Starred, ast.Name, ast.List, ast.Tuple,
    ast.Slice, ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop, ast.Nonlocal,
)  # fmt: skip
if hasattr(ast, "Index"):
    NODES += (ast.Index, ast.ExtSlice)


class Doubt(Exception):
    """Something is not on a list."""


def prove(code):
    """The builtins to run the code with when it may share its process; None when each run needs its own."""
    try:
        Proof(ast.parse(code)).check()
    except Exception:
        return None
    allowed = {name: getattr(builtins, name) for name in FUNCTIONS}
    # Nothing is loaded by it: the modules are there since before the lock.
    allowed["__import__"] = builtins.__import__
    return allowed


class Proof:
    def __init__(self, tree):
        self.nodes = list(ast.walk(tree))
        self.parents = {child: node for node in self.nodes for child in ast.iter_child_nodes(node)}
        self.modules = {}
        self.bound = set()

    def check(self):
        for node in self.nodes:
            # Whatever is not listed is not let through, also what later versions of Python bring.
            if not isinstance(node, NODES):
                raise Doubt(type(node))
            self.collect(node)
        if self.bound & self.modules.keys():
            raise Doubt("a module's name is given to something else")
        for node in self.nodes:
            check = getattr(self, "check_" + type(node).__name__, None)
            if check is not None:
                check(node)

    def collect(self, node):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.asname or alias.name
                if name.startswith("__"):
                    raise Doubt(name)
                if alias.name not in MODULES or "." in alias.name and alias.asname is None and alias.name != "urllib.parse":
                    raise Doubt(alias.name)
                if self.modules.setdefault(name.partition(".")[0], alias.name) != alias.name:
                    raise Doubt(name)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if node.level or alias.name not in MODULES.get(node.module, ()):
                    raise Doubt(alias.name)
                self.bind(alias.asname or alias.name)
        elif isinstance(node, ast.Name):
            if not isinstance(node.ctx, ast.Load):
                self.bind(node.id)
        elif isinstance(node, ast.FunctionDef):
            self.bind(node.name)
        elif isinstance(node, ast.arg):
            self.bind(node.arg)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            self.bind(node.name)

    def bind(self, name):
        # A name of two underscores has a meaning of its own; a builtin's must stay what it is.
        if name.startswith("__") or name in FUNCTIONS:
            raise Doubt(name)
        self.bound.add(name)

    def check_FunctionDef(self, node):
        if node.decorator_list:
            raise Doubt("decorator")

    def check_Name(self, node):
        if node.id in self.modules:
            parent = self.parents[node]
            if not isinstance(parent, ast.Attribute):
                raise Doubt("a module as a value")
        elif isinstance(node.ctx, ast.Load) and node.id not in self.bound and node.id not in FUNCTIONS:
            raise Doubt(node.id)
        elif node.id == "type":
            # It makes classes, and a class can have code that runs when its last object goes. It is also what type(int) gives:
            # so type(x) is for comparing only.
            call = self.parents[node]
            if not (isinstance(call, ast.Call) and call.func is node and len(call.args) == 1 and not call.keywords):
                raise Doubt("type")
            if isinstance(call.args[0], ast.Starred) or not isinstance(self.parents[call], ast.Compare):
                raise Doubt("type")

    def check_Attribute(self, node):
        if not isinstance(node.ctx, ast.Load):
            raise Doubt("an attribute is set")
        if self.is_format_of_plain_fields(node):
            return
        module = self.module_of(node.value)
        if module is None:
            if node.attr not in ATTRIBUTES:
                raise Doubt(node.attr)
        elif (module, node.attr) == ("urllib", "parse"):
            if not isinstance(self.parents[node], ast.Attribute):
                raise Doubt("a module as a value")
        elif node.attr not in MODULES.get(module, ()):
            raise Doubt(node.attr)

    def module_of(self, value):
        """The module that the expression is, when it is one."""
        if isinstance(value, ast.Name) and value.id in self.modules:
            name = self.modules[value.id]
            return "urllib" if name == "urllib.parse" and value.id == "urllib" else name
        if isinstance(value, ast.Attribute) and value.attr == "parse" and self.module_of(value.value) == "urllib":
            return "urllib.parse"
        return None

    def is_format_of_plain_fields(self, node):
        """A text can name attributes in its fields; only a literal that names none is let through."""
        if node.attr != "format" or not isinstance(node.value, ast.Constant) or not isinstance(node.value.value, str):
            return False
        parent = self.parents[node]
        if not (isinstance(parent, ast.Call) and parent.func is node):
            return False
        return not any(
            "." in (field or "") or "[" in (field or "") or "{" in (spec or "")
            for _, field, spec, _ in string.Formatter().parse(node.value.value)
        )

    def check_keyword(self, node):
        # print(file=…) writes by calling a method of what it is given.
        if node.arg is None or node.arg in ("file", "cls") or node.arg.startswith("_"):
            raise Doubt(node.arg)

    def check_Try(self, node):
        # What is cleaned up late would be cleaned up during another run; only generators are suspended inside a try, and these
        # are not let through at all: yield is no listed node.
        if any(handler.type is None for handler in node.handlers):
            raise Doubt("except without a type")

    def check_Delete(self, node):
        if not all(isinstance(target, ast.Subscript) for target in node.targets):
            raise Doubt("del")
