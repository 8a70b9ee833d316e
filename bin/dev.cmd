@echo off
setlocal
cd /d "%~dp0.."
call bin\lib\java.cmd || exit /b 1
if not defined SPORTELLO_HOME set "SPORTELLO_HOME=%CD%\.sportello\dev"
call mvnw.cmd -q -B spring-boot:run -Dspotless.check.skip -Dspring-boot.run.profiles=demo,dev %*
