using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.Components.Connectors.Builder;
using DataConnectors.Web.Hosting;
using DataConnectors.Web.Hosting.Seeding;
using DataConnectors.Web.Hosting.SignIn;
using DataConnectors.Web.Hosting.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.AddRootSettings();

var dataDirectory = builder.AddDataDirectory();
builder.Services.AddHostSettings(builder.Configuration);
builder.Services.AddKernel();
builder.Services.AddPersistence(builder.Configuration.DatabaseConnectionString(dataDirectory));
builder.Services.AddPeople();
builder.Services.AddCredentials();
builder.Services.AddConnectors();
builder.Services.AddVersioning();
builder.Services.AddExecution();

builder.Services.AddStartupSequence();
builder.Services.AddSignIn(dataDirectory, builder.Environment);
builder.Services.AddConsole();
builder.Services.AddBuilder();
if (builder.Environment.IsDevelopment())
{
    builder.Services.AddSingleton<IStartupTask, DemoWorkspace>();
}

var app = builder.Build();
app.UseSecurityHeaders();
app.UseReadinessGate();
app.UseErrorPages();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapHealth();
app.MapSignIn();
app.MapConsole();
return await app.RunReportingFaultsAsync();
