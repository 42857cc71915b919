using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;

namespace DataConnectors.Tests.Core.Agent;

/// <summary>Connectors of four businesses, as their admins would describe them.</summary>
internal static class Candidates
{
    public static IReadOnlyList<ConnectorDefinition> Shop { get; } =
    [
        Get(
            "Get order status",
            "Looks up an order by its number and returns status, items and delivery date.",
            Input("order_id", "The order number, e.g. ORD-1042")
        ),
        Post(
            "Cancel order",
            "Cancels an order that has not shipped yet.",
            Input("order_id", "The order number"),
            Input("reason", "Why the customer cancels") with
            {
                IsRequired = false,
            }
        ),
        Post(
            "Request a refund",
            "Starts a refund for an order that was delivered.",
            Input("order_id", "The order number")
        ),
        Get(
            "Check stock",
            "Tells how many pieces of a product are available.",
            Input("sku", "The product's SKU, such as TEE-01")
        ),
        Get(
            "Get loyalty points",
            "The customer's loyalty points and tier.",
            Attribute("customer", "person.user_id")
        ),
        Post(
            "Change delivery address",
            "Changes where an open order is delivered.",
            Input("order_id", "The order number"),
            Input("address", "The new address")
        ),
    ];

    public static IReadOnlyList<ConnectorDefinition> Subscriptions { get; } =
    [
        Get(
            "Get subscription details",
            "Reads the customer's current plan, price and renewal date. Do not use for invoices.",
            Attribute("customer", "person.user_id")
        ),
        Post(
            "Cancel subscription",
            "Ends the customer's subscription at the end of the period.",
            Attribute("customer", "person.user_id")
        ),
        Post(
            "Pause subscription",
            "Pauses billing for some months.",
            Input("months", "How many months to pause", DataInputType.Number)
        ),
        Get(
            "Find latest invoice",
            "Returns the latest invoice with amount, due date and a link to the PDF.",
            Attribute("customer", "person.user_id")
        ),
        Get(
            "Get data usage",
            "How much mobile data is used and left this month.",
            Attribute("customer", "person.phone")
        ),
        Post(
            "Upgrade plan",
            "Moves the customer to a higher plan.",
            Input("plan", "One of: Basic, Plus, Premium")
        ),
    ];

    public static IReadOnlyList<ConnectorDefinition> Travel { get; } =
    [
        Get(
            "Flight status",
            "Departure, arrival and delay of a flight.",
            Input("flight_number", "Flight number like LH123"),
            Input("date", "The day of the flight") with
            {
                IsRequired = false,
            }
        ),
        Get(
            "Get booking",
            "Reads a booking by its confirmation code.",
            Input("confirmation_code", "Six characters, e.g. X7Q2PM")
        ),
        Post(
            "Cancel booking",
            "Cancels a booking.",
            Input("confirmation_code", "Six characters, e.g. X7Q2PM")
        ),
        Get(
            "Search hotels",
            "Finds hotel rooms in a city.",
            Input("city", "The city"),
            Input("guests", "Number of guests", DataInputType.Number)
        ),
        Get(
            "Baggage allowance",
            "How much luggage a passenger may take.",
            Input("fare", "The fare class") with
            {
                IsRequired = false,
            }
        ),
    ];

    public static IReadOnlyList<ConnectorDefinition> Work { get; } =
    [
        Get(
            "Get vacation balance",
            "How many days of leave an employee has left.",
            Attribute("employee", "person.user_id")
        ),
        Post(
            "Request time off",
            "Files a request for vacation.",
            Input("start_date", "First day off"),
            Input("end_date", "Last day off")
        ),
        Get("Get payslip", "Link to the payslip of a month.", Input("month", "The month")),
        Get(
            "Look up support ticket",
            "State and assignee of an IT ticket.",
            Input("ticket_number", "Ticket number", DataInputType.Number)
        ),
        Post(
            "Reset password",
            "Sends a link to set a new password.",
            Input("email", "The employee's work email")
        ),
        Post(
            "Book meeting room",
            "Books a room in the office.",
            Input("room", "Room name"),
            Input("people", "How many people", DataInputType.Number)
        ),
    ];

    public static IReadOnlyList<ConnectorDefinition> Of(string domain) =>
        domain switch
        {
            "shop" => Shop,
            "subscriptions" => Subscriptions,
            "travel" => Travel,
            "work" => Work,
            "all" => [.. Shop, .. Subscriptions, .. Travel, .. Work],
            _ => [All(domain)],
        };

    public static IReadOnlyList<AgentCandidate> Enabled(
        IEnumerable<ConnectorDefinition> definitions
    ) =>
        [
            .. definitions.Select(
                (definition, index) =>
                    new AgentCandidate(
                        index + 1,
                        1,
                        definition,
                        ExecutionProfiles.Preview(definition.ExampleResponse)
                    )
            ),
        ];

    public static ConnectorDefinition All(string name) =>
        Shop.Concat(Subscriptions)
            .Concat(Travel)
            .Concat(Work)
            .Single(definition => definition.Name == name);

    public static DataInput Input(
        string name,
        string description,
        DataInputType type = DataInputType.Text
    ) =>
        new()
        {
            Name = name,
            Description = description,
            Type = type,
        };

    public static ConnectorDefinition Get(
        string name,
        string description,
        params DataInput[] inputs
    ) =>
        new()
        {
            Name = name,
            Description = description,
            Url = "https://api.example.com/things",
            DataInputs = inputs,
        };

    public static ConnectorDefinition Post(
        string name,
        string description,
        params DataInput[] inputs
    ) => Get(name, description, inputs) with { Method = RequestMethod.Post };

    private static DataInput Attribute(string name, string path) =>
        new()
        {
            Name = name,
            Source = DataInputSource.Attribute,
            AttributePath = path,
        };
}
