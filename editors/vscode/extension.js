// Starts `collatio lsp` for the folder that is open, and hands Markdown and collatio.toml to it.
"use strict";

const { commands, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function start() {
  const command = workspace.getConfiguration("collatio").get("program");
  const server = { command, args: ["lsp"] };
  client = new LanguageClient("collatio", "Collatio", server, {
    documentSelector: [
      { scheme: "file", pattern: "**/content/**/*.md" },
      { scheme: "file", pattern: "**/collatio.toml" },
    ],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/{collatio.toml,content/**}") },
  });
  return client.start();
}

exports.activate = (context) => {
  context.subscriptions.push(
    commands.registerCommand("collatio.restart", async () => {
      await client?.stop();
      await start();
    }),
  );
  return start();
};

exports.deactivate = () => client?.stop();
